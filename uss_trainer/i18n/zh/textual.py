"""Textual 自带的词句，按原文查找。"""

WORDS: dict[str, str] = {
    "Quit": "退出",
    "Focus Next": "下一个控件",
    "Focus Previous": "上一个控件",
    "Copy selected text": "复制所选文字",
}
