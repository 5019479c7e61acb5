"""按今天的评分标准重新评分时的话。"""

WORDS = {
    "help": "按今天的评分标准给存下的回复重新评分：谁的成绩会变，为什么。",
    "help-technique": "只看用到这项技巧的对话。",
    "help-dry-run": "只说结果会怎样，什么也不存；不写 --write 也是这样。",
    "help-write": "把有变化的结果存在旧结果旁边，旧结果不动。",
    "nothing": "没有符合的已完成练习；`uss-trainer results` 列出布置过的，`history` 列出自己的",
    "progress": "正在评分",
    "summary": "重新评分的练习（自己写的回复）：{count} 次；成绩会变：{moved} 次；判定变了但成绩不变：{others} 次",
    "result": "{total}（{band}）",
    "attempt": "{name}，{scenario}，{attempt}：{before} → {after}",
    "turn": "第 {turn} 轮：{what}",
    "quality": "质量 {before} → {after}",
    "card": "每条的判定都没变，变的是合计：{parts}",
    "version": "{what}：当时 {then}，现在 {now}",
    "by-step": "判到的次数变多或变少的步骤：{steps}",
    "dry": "什么也没有存；--write 会把这些结果存在旧结果旁边。",
    "written": "已存在旧结果旁边，旧结果不动。",
    "gone": "练习 {attempt} 没有评：评分标准“{technique}”已经没有了",
    "shown": "{day} 重新评分：{total}（{band}）；上面的成绩不变",
}
