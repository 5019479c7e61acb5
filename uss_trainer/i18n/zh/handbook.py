"""手册的词句。"""

WORDS = {
    "title": "手册",
    "help": "左边选技巧，右边看步骤和例句。绿条是好例子，黄条是差一点的例子。",
    "purposes": "目的",
    "steps": "步骤",
    "key-points": "要领",
    "methods": "方法",
    "must": "必做",
    "waived-known": "老客户可省略",
    "waived-new": "新客户可省略",
    "between": "；",
    "well": "做得好：{criteria}",
    "good": "「{text}」",
    "near": "「{text}」\n差一点：{why}",
    "measured": "（可测量，计入得分）",
    "yourself": "（文字看不出，自己对照）",
    "no-page": "手册里没有“{technique}”这一页",
    "key-more": "下翻",
    "tip-more": "往下看一页",
    "key-less": "上翻",
    "tip-less": "往上看一页",
}
