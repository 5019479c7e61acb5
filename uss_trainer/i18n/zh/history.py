"""练习记录的词句。"""

WORDS = {
    "title": "练习记录",
    "title-one": "练习记录：{title}",
    "help": "按时间列出每次练习，最新的在前。回车打开复盘；没练完的会接着练。曲线是各次得分，横线是合格线，重练不计入。",
    "column-when": "时间",
    "column-scenario": "剧本",
    "column-mode": "方式",
    "column-ending": "结局",
    "column-total": "得分",
    "column-band": "等级",
    "retry": "重练",
    "open": "未练完",
    "few": "练完两次以后，这里会画出得分的走势。",
    "none": "还没有练习。回首页选一个剧本开始吧。",
    "key-only": "只看此剧本",
    "tip-only": "只看选中的剧本，再按一次看全部",
}
