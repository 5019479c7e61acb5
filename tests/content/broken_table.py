"""Every file of `tests/broken` with the line (0 for the whole file) and what is said about it."""

MISTAKES = {
    "drill-kind": (
        3,
        "没有“chose”这种练习；可以是 order, match, choose, pick, say；是不是“choose”？",
        "'chose' is no kind of drill; it is one of order, match, choose, pick, say; did you mean 'choose'?",
    ),
    "drill-topic": (
        6,
        "没有主题“mode/quick-knive”；写法是 类别/名称，例如 activity/dig-leads 或 role/C；是不是“mode/quick-knife”？",
        "there is nothing 'mode/quick-knive' to be about; write it as kind/id, such as activity/dig-leads or role/C; did you mean 'mode/quick-knife'?",
    ),
    "drill-target": (
        21,
        "“targets”里没有“tean”；是不是“team”？",
        "'targets' lists no 'tean'; did you mean 'team'?",
    ),
    "drill-same-text": (
        17,
        "“bank”与“group”的文字一样",
        "item 'bank' says the same as 'group'",
    ),
    "drill-none-right": (
        7,
        "没有一项是对的，也就无从作答",
        "no item is right, so there is nothing to answer",
    ),
    "drill-longest-zh": (
        7,
        "对的中文都比别的长得多，一看便知",
        "what is right is much longer in Chinese than everything else, which gives it away",
    ),
    "alias-star": (
        84,
        '“*”在 YAML 里表示别名、锚点或标签，内容文件不能用；如果是文字的开头，请用半角引号 "…" 括起来',
        "'*' begins an alias, anchor or tag, which content can't use; if it begins a text, put that in straight quotes \"…\"",
    ),
    "anchor": (
        84,
        '“&”在 YAML 里表示别名、锚点或标签，内容文件不能用；如果是文字的开头，请用半角引号 "…" 括起来',
        "'&' begins an alias, anchor or tag, which content can't use; if it begins a text, put that in straight quotes \"…\"",
    ),
    "backslash": (
        23,
        "反斜杠在 \"…\" 里有特殊含义；请写成 \\\\ 或改用 '…'",
        "a backslash means something inside \"…\"; write \\\\ or use '…'",
    ),
    "been-nowhere": (
        87,
        "没有场景“helo”；是不是“hello”？",
        "there is no scene 'helo'; did you mean 'hello'?",
    ),
    "came-nowhere": (
        87,
        "没有回复“hello/ful”；写法是 场景/回复；是不是“hello/full”？",
        "there is no reply 'hello/ful'; write it as scene/reply; did you mean 'hello/full'?",
    ),
    "skip-nowhere": (
        85,
        "goto 指向的“wonn”既不是场景也不是结局；是不是“won”？",
        "goto names no scene or ending 'wonn'; did you mean 'won'?",
    ),
    "begins-with-ampersand": (
        84,
        '以“&”开头的文字要加半角引号："&…"',
        "a text that begins with '&' needs straight quotes: \"&…\"",
    ),
    "begins-with-at": (
        84,
        '以“@”开头的文字要加半角引号："@…"',
        "a text that begins with '@' needs straight quotes: \"@…\"",
    ),
    "begins-with-backtick": (
        84,
        '以“`”开头的文字要加半角引号："`…"',
        "a text that begins with '`' needs straight quotes: \"`…\"",
    ),
    "begins-with-bang": (
        84,
        '以“!”开头的文字要加半角引号："!…"',
        "a text that begins with '!' needs straight quotes: \"!…\"",
    ),
    "begins-with-bar": (
        84,
        '以“|”开头的文字要加半角引号："|…"',
        "a text that begins with '|' needs straight quotes: \"|…\"",
    ),
    "begins-with-brace-alone": (
        84,
        '以“{”开头的文字要加半角引号："{…"',
        "a text that begins with '{' needs straight quotes: \"{…\"",
    ),
    "begins-with-brace": (
        84,
        '以“{”开头的文字要加半角引号："{…"',
        "a text that begins with '{' needs straight quotes: \"{…\"",
    ),
    "begins-with-bracket-alone": (
        84,
        '以“[”开头的文字要加半角引号："[…"',
        "a text that begins with '[' needs straight quotes: \"[…\"",
    ),
    "begins-with-bracket": (
        84,
        '以“[”开头的文字要加半角引号："[…"',
        "a text that begins with '[' needs straight quotes: \"[…\"",
    ),
    "begins-with-greater": (
        84,
        '以“>”开头的文字要加半角引号：">…"',
        "a text that begins with '>' needs straight quotes: \">…\"",
    ),
    "begins-with-percent": (
        84,
        '以“%”开头的文字要加半角引号："%…"',
        "a text that begins with '%' needs straight quotes: \"%…\"",
    ),
    "begins-with-star": (
        84,
        '以“*”开头的文字要加半角引号："*…"',
        "a text that begins with '*' needs straight quotes: \"*…\"",
    ),
    "best-first": (
        31,
        "3 个场景中有 2 个（67%）把最好的回答排在第一；最多 40%，否则一看便知",
        "the best reply stands first in 2 of 3 scenes (67 %); at most 40 %, or it gives itself away",
    ),
    "best-longest": (
        31,
        "3 个场景中有 2 个（67%）最好的回答中文最长；最多 40%，否则一看便知",
        "the best reply is the longest in Chinese in 2 of 3 scenes (67 %); at most 40 %, or it gives itself away",
    ),
    "colon-in-list": (
        94,
        '没加引号的文字里有“冒号加空格”；请用半角引号 "…" 把整段文字括起来',
        'a colon and a space inside a text without quotes; put the whole text in straight quotes "…"',
    ),
    "colon-in-text-end": (
        24,
        '没加引号的文字里有“冒号加空格”；请用半角引号 "…" 把整段文字括起来',
        'a colon and a space inside a text without quotes; put the whole text in straight quotes "…"',
    ),
    "colon-in-text": (
        23,
        '没加引号的文字里有“冒号加空格”；请用半角引号 "…" 把整段文字括起来',
        'a colon and a space inside a text without quotes; put the whole text in straight quotes "…"',
    ),
    "company-short": (
        8,
        "没有“shrot”这个键；是不是“short”？",
        "unknown key 'shrot'; did you mean 'short'?",
    ),
    "condition-form": (
        119,
        "要写 yes、no，或范围，例如“min: 2”，不能是“perhaps”",
        "must be yes, no, or a range such as 'min: 2', not 'perhaps'",
    ),
    "condition-key": (
        89,
        "没有“mim”这个键；是不是“min”？",
        "unknown key 'mim'; did you mean 'min'?",
    ),
    "curly-quotes-around": (
        23,
        '这段文字外面的中文引号“ ”会一起显示出来；不需要就去掉，需要就在外面再加半角引号 "…"',
        'the quotes “ ” around this text will be shown with it; leave them out, or put the whole in straight quotes "…" if they belong to it',
    ),
    "curly-quotes-id": (
        81,
        '中文引号“ ”在 YAML 里不算引号；请用半角引号 "…"',
        'the quotes “ ” don\'t count as quotes in YAML; use straight ones: "…"',
    ),
    "curly-quotes": (
        23,
        '中文引号“ ”在 YAML 里不算引号；请用半角引号 "…"',
        'the quotes “ ” don\'t count as quotes in YAML; use straight ones: "…"',
    ),
    "due-undone": (
        94,
        "步骤“propose-time”该在这里做，但场景里没有一个回答做到",
        "step 'propose-time' is due, but no reply of the scene performs it",
    ),
    "duplicate-ending": (
        151,
        "id“lost”写了两次，第一次在第 143 行；id 不能重复",
        "id 'lost' stands here twice, first on line 143; ids must differ",
    ),
    "duplicate-key": (
        8,
        "键“level”在这里写了两次，第一次在第 7 行；请只留一个",
        "key 'level' stands here twice, first on line 7; keep one",
    ),
    "duplicate-reply": (
        59,
        "id“full”写了两次，第一次在第 43 行；id 不能重复",
        "id 'full' stands here twice, first on line 43; ids must differ",
    ),
    "duplicate-scene": (
        81,
        "id“hello”写了两次，第一次在第 32 行；id 不能重复",
        "id 'hello' stands here twice, first on line 32; ids must differ",
    ),
    "empty-value": (
        7,
        "没有内容；请补上，或去掉这个键",
        "has no value; write one or leave the key out",
    ),
    "ending-unreachable": (
        131,
        "没有路能走到结局“won”",
        "nothing leads to ending 'won'",
    ),
    "fact-form": (
        29,
        "要写 yes、no 或整数，不能是“perhaps”",
        "must be yes, no or a whole number, not 'perhaps'",
    ),
    "fact-kind-when": (
        119,
        "“users”是数字，不是 yes 或 no",
        "fact 'users' is a number, not yes or no",
    ),
    "fact-kind": (
        54,
        "“met”是 yes 或 no，不是数字",
        "fact 'met' is yes or no, not a number",
    ),
    "few-replies": (
        95,
        "场景“time”只有 2 个回答；至少 3 个才算得上选择",
        "scene 'time' offers 2 replies; at least 3 make a choice",
    ),
    "goto-form": (
        58,
        "要写场景或结局的 id，或带“to”和“when”的路线列表，不能是“Time Slot”",
        "must be the id of a scene or ending, or a list of routes with 'to' and 'when', not 'Time Slot'",
    ),
    "goto-keys": (
        58,
        "要写场景或结局的 id，或带“to”和“when”的路线列表，不能是“{…}”",
        "must be the id of a scene or ending, or a list of routes with 'to' and 'when', not '{…}'",
    ),
    "goto-may-fail": (
        115,
        "每条路线都带条件，可能一条也不成立；最后一条请去掉“when”",
        "every route has a condition, so none may hold; leave 'when' out of the last one",
    ),
    "goto-nowhere": (
        58,
        "goto 指向的“tmie”既不是场景也不是结局；是不是“time”？",
        "goto names no scene or ending 'tmie'; did you mean 'time'?",
    ),
    "hash-in-inline": (
        3,
        '“短电话”后面从“ #”起都会被丢掉；请用半角引号 "…" 把整段文字括起来，注释请另起一行',
        "everything from ' #' on is dropped after '短电话'; put the whole text in straight quotes \"…\", or a comment on its own line",
    ),
    "hash-in-text": (
        84,
        '“您好”后面从“ #”起都会被丢掉；请用半角引号 "…" 把整段文字括起来，注释请另起一行',
        "everything from ' #' on is dropped after '您好'; put the whole text in straight quotes \"…\", or a comment on its own line",
    ),
    "id-form": (
        81,
        "只能用小写字母、数字和连字符，例如“cold-call”，不能是“Time Slot”",
        "must be lower-case letters and digits joined by hyphens, such as 'cold-call', not 'Time Slot'",
    ),
    "indent": (
        24,
        "缩进与上面几行对不上；同一层的键要从同一列开始",
        "the indent doesn't fit the lines above; keys of one level begin in the same column",
    ),
    "inline-split-colon": (
        3,
        '没加引号的文字里有“冒号加空格”；请用半角引号 "…" 把整段文字括起来',
        'a colon and a space inside a text without quotes; put the whole text in straight quotes "…"',
    ),
    "inline-split": (
        3,
        "英文逗号把 {zh: …, en: …} 切开了；请给每段文字加半角引号，或把 zh 和 en 各写一行",
        "an English comma splits this {zh: …, en: …}; put each text in straight quotes, or zh and en on lines of their own",
    ),
    "key-is-list": (
        7,
        "键只能是一个词，不能是列表或带子项",
        "a key must be a single word, not a list or keys of its own",
    ),
    "keys-for-text": (
        84,
        "这里要写文字，不能是 {…}",
        "must be a text, not {…}",
    ),
    "list-for-text": (
        84,
        "这里要写文字，不能是 […]",
        "must be a text, not […]",
    ),
    "missing-key": (
        1,
        "缺少键“goal”",
        "key 'goal' is missing",
    ),
    "misspelt-key": (
        6,
        "没有“tecnique”这个键；是不是“technique”？",
        "unknown key 'tecnique'; did you mean 'technique'?",
    ),
    "mood-range": (
        29,
        "情绪值在 -5 到 5 之间，不能是 9",
        "a mood runs from -5 to 5, not 9",
    ),
    "mood-text": (
        51,
        "下面要分行写名称和值，例如“trust: 1”，不能是“trust”",
        "must hold names with their values on lines of their own, such as 'trust: 1', not 'trust'",
    ),
    "nbsp-indent": (
        24,
        "这一行用全角空格或不换行空格缩进；请用半角空格，每层两个",
        "this line is indented with a full-width or non-breaking space; use ordinary spaces, two for each level",
    ),
    "no-chinese-at-all": (
        0,
        "完全没有中文（zh）；将显示英文",
        "has no Chinese (zh) at all; English will be shown",
    ),
    "no-chinese": (
        122,
        "“text”缺少中文（zh）",
        "'text' has no Chinese (zh)",
    ),
    "no-colon": (
        8,
        "这一行少了冒号；写成“key: 文字”",
        "a colon is missing on this line; write 'key: text'",
    ),
    "no-english-at-all": (
        0,
        "完全没有英文（en）；将显示中文",
        "has no English (en) at all; Chinese will be shown",
    ),
    "no-english": (
        122,
        "“text”缺少英文（en）",
        "'text' has no English (en)",
    ),
    "no-language": (
        83,
        "没有内容；请补上，或去掉这个键",
        "has no value; write one or leave the key out",
    ),
    "no-way-out": (
        134,
        "从场景“aside”走不到任何结局",
        "no way leads from scene 'aside' to an ending",
    ),
    "not-keys": (
        1,
        "下面要分行写键（format: …, id: …, title: …），不能是“[…]”",
        "must hold keys on lines of their own (format: …, id: …, title: …), not '[…]'",
    ),
    "number-range": (
        47,
        "不能大于 3，现在是 5",
        "must be at most 3, not 5",
    ),
    "number-word": (
        47,
        "要写整数，不能是“three”",
        "must be a whole number, not 'three'",
    ),
    "one-of": (
        7,
        "只能是 new-hire, working, certification 之一，不能是“newhire”；是不是“new-hire”？",
        "must be one of new-hire, working, certification, not 'newhire'; did you mean 'new-hire'?",
    ),
    "one-reply": (
        42,
        "至少要有 2 项",
        "needs at least 2 items",
    ),
    "only-comments": (
        0,
        "是空的；内容文件以“format: …”开头",
        "is empty; a content file begins with 'format: …'",
    ),
    "pack-order": (
        6,
        "要写整数，不能是“first”",
        "must be a whole number, not 'first'",
    ),
    "quote-in-quotes": (
        23,
        '收尾的 " 后面还有文字；引号里面请用“ ”或 \\"',
        'text goes on after the closing "; inside quotes write “ ” or \\"',
    ),
    "replies-may-fail": (
        95,
        "场景“time”的每个回答都带条件，可能一个也选不了；请至少去掉一个“when”",
        "every reply of scene 'time' has a condition, so there may be none to choose; leave 'when' out of one",
    ),
    "route-key": (
        116,
        "没有“too”这个键；是不是“to”？",
        "unknown key 'too'; did you mean 'to'?",
    ),
    "route-nowhere": (
        116,
        "goto 指向的“wonn”既不是场景也不是结局；是不是“won”？",
        "goto names no scene or ending 'wonn'; did you mean 'won'?",
    ),
    "route-text": (
        116,
        "下面要分行写键（to: …, when: …），不能是“won”",
        "must hold keys on lines of their own (to: …, when: …), not 'won'",
    ),
    "rubric-duplicate-step": (
        20,
        "id“greet”写了两次，第一次在第 10 行；id 不能重复",
        "id 'greet' stands here twice, first on line 10; ids must differ",
    ),
    "rubric-line-also": (
        48,
        "评分标准里没有步骤“thanks”；是不是“thank”？",
        "the rubric has no step 'thanks'; did you mean 'thank'?",
    ),
    "rubric-line-empty": (
        45,
        "没有内容；请补上，或去掉这个键",
        "has no value; write one or leave the key out",
    ),
    "rubric-line-fault": (
        50,
        "失误表里没有“inpolite”；是不是“impolite”？",
        "the fault catalogue has no 'inpolite'; did you mean 'impolite'?",
    ),
    "rubric-line-like": (
        54,
        "评分标准里没有步骤“great”；是不是“greet”？",
        "the rubric has no step 'great'; did you mean 'greet'?",
    ),
    "rubric-line-step": (
        44,
        "评分标准里没有步骤“gret”；是不是“greet”？",
        "the rubric has no step 'gret'; did you mean 'greet'?",
    ),
    "rubric-method-step": (
        38,
        "评分标准里没有步骤“greeet”；是不是“greet”？",
        "the rubric has no step 'greeet'; did you mean 'greet'?",
    ),
    "same-text": (
        71,
        "回答“short”与“rude”说的一样",
        "reply 'short' says the same as 'rude'",
    ),
    "same-why": (
        75,
        "回答“short”与“rude”的“why”一样；请写出它的不同之处",
        "reply 'short' has the same 'why' as 'rude'; say what is different about it",
    ),
    "says-may-fail": (
        82,
        "场景“time”的每句台词都带条件，客户可能无话可说；最后一句请去掉“when”",
        "every line of scene 'time' has a condition, so the customer may have nothing to say; leave 'when' out of the last one",
    ),
    "scale-bands": (
        19,
        "没有从 0 开始的等级",
        "no band begins at 0",
    ),
    "scale-total": (
        1,
        "coverage、order、methods、key_points 加起来是 110，不是 100",
        "coverage, order, methods and key_points add up to 110, not 100",
    ),
    "scene-unreachable": (
        134,
        "没有路能走到场景“aside”",
        "nothing leads to scene 'aside'",
    ),
    "several-documents": (
        134,
        "从这里开始了第二个文档（“---”）；一个文件只能有一个",
        "a second document begins here ('---'); a file holds one",
    ),
    "start-nowhere": (
        28,
        "goto 指向的“helo”既不是场景也不是结局；是不是“hello”？",
        "goto names no scene or ending 'helo'; did you mean 'hello'?",
    ),
    "tab-indent": (
        23,
        "这一行用制表符（Tab）缩进；请用空格，每层两个",
        "this line is indented with a tab; use spaces, two for each level",
    ),
    "tag": (
        84,
        '“!”在 YAML 里表示别名、锚点或标签，内容文件不能用；如果是文字的开头，请用半角引号 "…" 括起来',
        "'!' begins an alias, anchor or tag, which content can't use; if it begins a text, put that in straight quotes \"…\"",
    ),
    "text-for-keys": (
        25,
        "下面要分行写键（zh: …, en: …），不能是“约到见面的时间。”",
        "must hold keys on lines of their own (zh: …, en: …), not '约到见面的时间。'",
    ),
    "text-for-list": (
        93,
        "要写成列表（每项一行，以“- ”开头），不能是“propose-time”",
        "must be a list (each item on its own line, after '- '), not 'propose-time'",
    ),
    "tight-colon": (
        23,
        "冒号后面少了一个空格；写成“key: 文字”",
        "a space is missing after the colon; write 'key: text'",
    ),
    "too-deep": (
        1,
        "嵌套超过 32 层",
        "is nested deeper than 32 levels",
    ),
    "unclosed-quote-two": (
        35,
        "这一行的引号没有收尾；请在文字末尾补上同样的引号",
        "a quote is opened here and not closed on this line; end the text with the same quote",
    ),
    "unclosed-quote": (
        23,
        "这一行的引号没有收尾；请在文字末尾补上同样的引号",
        "a quote is opened here and not closed on this line; end the text with the same quote",
    ),
    "unknown-company-fact": (
        45,
        "“$company.shrt”没有对应的内容；是不是“$company.short”？",
        "'$company.shrt' stands for nothing; did you mean '$company.short'?",
    ),
    "unknown-fact-when": (
        119,
        "剧本的“facts”里没有“meet”；是不是“met”？",
        "'facts' of the scenario lists no 'meet'; did you mean 'met'?",
    ),
    "unknown-fact": (
        54,
        "剧本的“facts”里没有“mett”；是不是“met”？",
        "'facts' of the scenario lists no 'mett'; did you mean 'met'?",
    ),
    "unknown-fault": (
        65,
        "失误表里没有“over-familiar”；是不是“overfamiliar”？",
        "the fault catalogue has no 'over-familiar'; did you mean 'overfamiliar'?",
    ),
    "unknown-key": (
        93,
        "没有“deu”这个键；是不是“due”？",
        "unknown key 'deu'; did you mean 'due'?",
    ),
    "unknown-me": (
        45,
        "“$me.nmae”没有对应的内容；是不是“$me.name”？",
        "'$me.nmae' stands for nothing; did you mean '$me.name'?",
    ),
    "unknown-method": (
        51,
        "评分标准里没有方法“summary”",
        "the rubric has no method 'summary'",
    ),
    "unknown-mood-when": (
        88,
        "没有“tust”这种情绪；是不是“trust”？",
        "there is no mood 'tust'; did you mean 'trust'?",
    ),
    "unknown-mood": (
        52,
        "没有“trsut”这种情绪；是不是“trust”？",
        "there is no mood 'trsut'; did you mean 'trust'?",
    ),
    "unknown-objection": (
        50,
        "没有哪句台词提出过异议“bussy”；是不是“busy”？",
        "no line raises an objection 'bussy'; did you mean 'busy'?",
    ),
    "unknown-scene-technique": (
        82,
        "没有技巧“phome”的评分标准；是不是“phone”？",
        "there is no rubric for the technique 'phome'; did you mean 'phone'?",
    ),
    "unknown-speaker": (
        50,
        "场景的“speakers”里没有“C”",
        "'speakers' of the scene doesn't list 'C'",
    ),
    "unknown-step-whole": (
        109,
        "评分标准里没有步骤“phone/propose-times”；是不是“phone/propose-time”？",
        "the rubric has no step 'phone/propose-times'; did you mean 'phone/propose-time'?",
    ),
    "unknown-step": (
        94,
        "评分标准里没有步骤“propose-tme”；是不是“propose-time”？",
        "the rubric has no step 'propose-tme'; did you mean 'propose-time'?",
    ),
    "unknown-technique": (
        6,
        "没有技巧“phones”的评分标准；是不是“phone”？",
        "there is no rubric for the technique 'phones'; did you mean 'phone'?",
    ),
    "wide-colon-inline": (
        3,
        "用了全角冒号“：”；这里要用半角冒号加一个空格“: ”",
        "a full-width colon '：' stands where YAML needs ':' and a space",
    ),
    "wide-colon-last": (
        150,
        "用了全角冒号“：”；这里要用半角冒号加一个空格“: ”",
        "a full-width colon '：' stands where YAML needs ':' and a space",
    ),
    "wide-colon-nested": (
        22,
        "用了全角冒号“：”；这里要用半角冒号加一个空格“: ”",
        "a full-width colon '：' stands where YAML needs ':' and a space",
    ),
    "wide-colon": (
        7,
        "用了全角冒号“：”；这里要用半角冒号加一个空格“: ”",
        "a full-width colon '：' stands where YAML needs ':' and a space",
    ),
    "wide-comma-inline": (
        3,
        "用了全角逗号“，”或顿号“、”；这里要用半角逗号加一个空格“, ”",
        "a full-width comma '，' or '、' stands where YAML needs ',' and a space",
    ),
    "wide-comma-list": (
        93,
        "用了全角逗号“，”或顿号“、”；这里要用半角逗号加一个空格“, ”",
        "a full-width comma '，' or '、' stands where YAML needs ',' and a space",
    ),
    "wide-indent-one": (
        24,
        "这一行用全角空格或不换行空格缩进；请用半角空格，每层两个",
        "this line is indented with a full-width or non-breaking space; use ordinary spaces, two for each level",
    ),
    "wide-indent": (
        23,
        "这一行用全角空格或不换行空格缩进；请用半角空格，每层两个",
        "this line is indented with a full-width or non-breaking space; use ordinary spaces, two for each level",
    ),
    "yes-no": (
        37,
        "要写 yes 或 no，不能是“maybe”",
        "must be yes or no, not 'maybe'",
    ),
    "deal-accepts-may-fail": (
        55,
        "每个“accepts”都带条件，客户可能对报价无话可说；最后一个请去掉“when”",
        "every one of 'accepts' has a condition, so the customer may have no answer to a price; leave 'when' out of the last one",
    ),
    "deal-award-unreachable": (
        86,
        "奖项“ten-steps”要求的拜访次数、人数或价格达不到",
        "award 'ten-steps' asks for visits, people or a price that can't be come to",
    ),
    "deal-drill-nowhere": (
        29,
        "没有练习“letter”",
        "there is no drill 'letter'",
    ),
    "deal-ending-goes-nowhere": (
        36,
        "拜访“first”以 unlocked, send-first, hung-up, not-through 收场之后可能无路可走；请在“next”最后加一条不带“when”的路，或一条只带“ending”的",
        "visit 'first' may lead nowhere when it ends in: unlocked, send-first, hung-up, not-through; put a way without 'when', or with 'ending' alone, last in 'next'",
    ),
    "deal-ending-nowhere": (
        38,
        "这次拜访的剧本没有结局“nowhere-at-all”",
        "the scenario of this visit has no ending 'nowhere-at-all'",
    ),
    "deal-fact-kind": (
        19,
        "“locked”在剧本里是另一种值：一处是 yes 或 no，另一处是数字",
        "'locked' is of another kind in a scenario: here yes or no, there a number, or the reverse",
    ),
    "deal-fact-nowhere": (
        19,
        "没有哪个剧本的“facts”里有“seen_boss”，没有拜访能改变它",
        "no scenario of this deal lists a fact 'seen_boss', so no visit can change it",
    ),
    "deal-mode": (
        6,
        "只能是 quick-knife, advisor, strategic 之一，不能是“quick-knive”；是不是“quick-knife”？",
        "must be one of quick-knife, advisor, strategic, not 'quick-knive'; did you mean 'quick-knife'?",
    ),
    "deal-no-way-out": (
        45,
        "从拜访“second”走不到任何结局",
        "no way leads from visit 'second' to an ending",
    ),
    "deal-play-nowhere": (
        29,
        "没有剧本“cold-cal”；是不是“cold-call”？",
        "there is no scenario 'cold-cal'; did you mean 'cold-call'?",
    ),
    "deal-unknown-fact": (
        73,
        "整单的“facts”里没有“seen_boss”",
        "'facts' of the deal lists no 'seen_boss'",
    ),
    "deal-unknown-key": (
        49,
        "没有“dialogue”这个键",
        "unknown key 'dialogue'",
    ),
    "deal-unknown-step": (
        72,
        "评分标准里没有步骤“phone/introduce”；是不是“phone/introduce-self”？",
        "the rubric has no step 'phone/introduce'; did you mean 'phone/introduce-self'?",
    ),
    "deal-unknown-visit": (
        72,
        "没有拜访“frist”；是不是“first”？",
        "there is no visit 'frist'; did you mean 'first'?",
    ),
    "deal-visit-unreachable": (
        41,
        "没有路能走到拜访“second”",
        "nothing leads to visit 'second'",
    ),
    "deal-way-nowhere": (
        39,
        "next 指向的“secund”既不是拜访也不是结局；是不是“second”？",
        "next names no visit or ending 'secund'; did you mean 'second'?",
    ),
    "role-unmarked": (
        46,
        "回答“full”由 C 来说，不合“fits”里的角色，但“faults”里没写 wrong-role",
        "reply 'full' is spoken by C, whom 'fits' doesn't list, but 'faults' has no wrong-role",
    ),
    "role-fits": (
        46,
        "回答“full”由 S 来说，角色正合适，“faults”里却写了 wrong-role",
        "reply 'full' is spoken by S, whom 'fits' lists, but 'faults' has wrong-role",
    ),
}

WARNINGS = [
    "drill-longest-zh",
    "best-first",
    "best-longest",
    "curly-quotes-around",
    "few-replies",
    "no-chinese",
    "no-chinese-at-all",
    "no-english",
    "no-english-at-all",
]
"""Those that a scenario can be played with."""
