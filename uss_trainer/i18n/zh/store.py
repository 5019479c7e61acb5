"""数据库会出什么问题。"""

WORDS = {
    "bad-url": "“{url}”不是数据库地址；写法如 sqlite:///C:/data/trainer.db",
    "no-driver": "没有安装“{url}”所需的数据库驱动；请先安装",
    "read-only": "数据库无法写入；请让文件和所在文件夹可写，或用 --db 另指一个",
    "cannot-open": "数据库打不开（{cause}）；请检查文件夹，或用 --db 另指一个",
    "disk-full": "磁盘已满；请腾出空间，上一句回复之前的内容都已保存",
    "disk-error": "磁盘报错；请检查磁盘，上一句回复之前的内容都已保存",
    "corrupt": "文件已损坏或不是数据库；程序没有改动它。把它移走即可重新开始，或恢复一份备份",
    "busy": "另一个程序正在写数据库；请稍后再试",
    "newer": "数据库由更新版本的 uss-trainer 写成（版本 {found}，本程序只认识 {known}）；请升级 uss-trainer",
    "foreign": "这个数据库属于别的程序；请用 --db 另指一个",
    "failed": "数据库拒绝了操作：{cause}",
    "attempt-moved-on": "练习 {attempt} 已在另一个窗口继续；请从首页重新打开，接着那里往下练",
    "no-such-attempt": "没有练习“{attempt}”；用 uss-trainer history 查看",
    "deal-moved-on": "“{deal}”这一单已在另一个窗口往下走了；请从首页重新打开",
    "no-such-deal": "没有这一单：{deal}",
    "ambiguous-attempt": "有几次练习都以“{attempt}”开头；请多写几位",
    "no-copy": "备份写不成（{cause}）；什么都没有改动。请腾出空间，或让文件夹可写",
    "migration-failed": "数据库无法升级到本版本；什么都没有改动。请附上一份文件副本反馈",
}
