"""演练时会出什么问题。"""

WORDS = {
    "no-such-reply": "场景“{scene}”此刻没有回复“{reply}”；请从列出的里面选",
    "ended": "这段对话已经结束；可以从复盘里重练",
    "no-such-turn": "没有第 {turn} 轮可以回退",
    "empty-reply": "回复是空的；写下你会怎么说",
    "no-rewind": "只有引导模式可以回退",
    "no-hint": "只有引导模式有提示",
    "not-listed": "没有第 {place} 个回复；场景“{scene}”列出了 {count} 个",
}
