"""整个程序共用的词句。"""

WORDS = {
    "key-quit": "退出",
    "tip-quit": "离开程序；已发送的都已保存",
    "key-help": "帮助",
    "tip-help": "这个界面能做什么",
    "key-language": "English",
    "tip-language": "全部改用英文显示",
    "key-theme": "明/暗",
    "tip-theme": "在浅色和深色界面之间切换",
    "key-palette": "命令",
    "tip-palette": "搜索所有命令",
    "key-close": "关闭",
    "tip-close": "回到原来的界面",
    "key-back": "返回",
    "tip-back": "回到上一个界面",
    "help-title": "帮助",
    "how-to-quit": "按 ctrl+q 离开程序；ctrl+c 是复制",
    "too-small": "终端只有 {width}×{height}，请放大到至少 {least}",
    "cannot-save": "无法保存（{cause}）；请检查文件夹是否可写",
}
