"""剧本包打成一个文件。"""

WORDS = {
    "no-zip": "不是剧本包文件（{cause}）；请用 uss-trainer pack build 生成",
    "no-manifest": "里面没有剧本包清单；请用 uss-trainer pack build 生成",
    "too-many": "里面有 {count} 个文件；一个剧本包最多 {most} 个",
    "too-big": "“{name}”超过了允许的大小，或全部文件加起来超过 {most} MB",
    "too-large": "太大了，剧本包最多 {most} MB",
    "link": "“{name}”是链接；剧本包里只能有文件",
    "twice": "“{name}”在里面出现了两次",
    "bad-path": "“{name}”不在剧本包自己的文件夹里；什么都没有安装",
    "not-text": "“{name}”不是文本；剧本包里只能有 {allowed}",
    "changed": "“{name}”与清单不符；请向制作者重新要一份",
    "older": "“{id}”已装的是版本 {there}，比 {new} 新；要替换请加 --force",
    "same-version": "“{id}”的版本 {there} 已经装了；要用这一份（{new}）替换请加 --force",
    "left-out": "不属于剧本包，没有放进去：{names}",
    "built": "{file}：{id} {version}，作者 {author}，文件 {files} 个\nsha256 {digest}",
    "installed": "{folder}：{id} {version}，作者 {author}\nsha256 {digest}",
    "replaced": "替换了版本 {version}",
}
