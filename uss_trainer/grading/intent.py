"""Clauses that speak about doing a step in place of doing it: denied, announced, begged for."""

from __future__ import annotations

import re

_SPARED = re.compile(
    r"(.)[不没]\1|有没有|是不是|能不能|会不会|可不可以|要不要|行不行|好不好|方不方便|知不知道"
    r"|不能不|不得不|不会不|没有不|不是不|非.{1,6}不可"
    r"|不好意思|不(?:再)?打[扰搅]|不(?:会|多)?(?:耽误|占用?|浪费|麻烦)|没关系|没问题|没事|不(?:用)?客气|不用谢|不妨|不错|不过|不管"
    r"|不但|不仅|不光|不只|不止|不如|不见不散|不瞒|不多说|差不多|不然|不知道?|不晓得|无论|不要紧|不碍事|别[的人家担介急见]|特别|分别|告别"
    r"|\bno (?:problem|worries|trouble|rush|hurry|doubt|more than|obligation)\b|\bnot (?:at all|only|just|to (?:bother|keep|disturb)|sure)\b"
    r"|\bwon't (?:take|keep|be|hold|bother|waste)\b|\b(?:don't|wouldn't|do not|would not) (?:mind|want to (?:take|keep|hold|bother|disturb|waste))\b"
    r"|\bwhy (?:don't|not)\b|\bcan't wait\b|\b(?:is|are|does|do|have|has|would|could|was|did|had|should)n't (?:it|you|we|they|that)\b"
    r"|\bdon't (?:worry|know (?:if|whether|how))\b|\bif (?:not|you don't)\b|\bnothing but\b|\bcannot but\b|\bnot without\b|\bwouldn't dream\b"
)

_ACTS_ZH = (
    r"(?:自我介绍|介绍|自报|说(?:明|出|我)|讲(?:我|自己)|告诉|透露|报(?:名|上|姓)|问(?:您|你|贵)|请教|约(?:您|你|时间|见|个|在)|"
    r"(?:跟|和|给|向|同|与|替)(?:您|你|贵|咱).{0,4}(?:约|定|谈|聊|见|说|讲|介绍|打|确认|核对|道|解释|提)|"
    r"提(?:时间|出)|定时间|见面|拜访|登门|确认|核对|锁定|提醒|复述|重复|总结|归纳|小结|提问|安排|签约|讲(?:价值|利益|好处|事实)|解释|回应|回答|处理|道谢|道别|致谢|感谢|谢(?:您|你)|再见|说再见)"
)
_NEGATED_ZH = re.compile(
    r"(?:^|[,，。、;；]|我们?|咱们?|本人|今天|现在|这次|这回|先|就|也|可|并|暂时|还是|真)"
    r"(?:不|别|没|没有|没打算|懒得|用不着|不必|无需|不需要|不便|拒绝|省得)"
    r"(?:想|会|打算|准备|要|用|需要|必|再|能|愿意?|便|多|跟着|急着|一一|先|来|去)*" + _ACTS_ZH
)
_ACTS_EN = (
    r"(?:introduc\w+|tell\w*|say(?:ing)?|stat(?:e|ing)|ask(?:ing)?|propos\w+|suggest\w*|fix(?:ing)?|set(?:ting)?|arrang\w+|confirm\w*"
    r"|call(?:ing)?|ring(?:ing)?|phon\w+|meet(?:ing)?|visit\w*|answer\w*|deal(?:ing)?|explain\w*|thank\w*|push(?:ing)?|repeat\w*|describ\w+|present\w*|handl\w+"
    r"|giv(?:e|ing) (?:you )?(?:my|our|the|a)|put(?:ting)? (?:it|that|anything)|writ(?:e|ing)|note|remind\w*|book(?:ing)?|offer\w*|inquir\w+|enquir\w+|summari\w+|mention\w*|sum(?:ming)? (?:it |this )?up|clos(?:e|ing) (?:you|the|this))"
)
_NEGATED_EN = re.compile(
    r"\b(?:i|we)(?:'m| am|'re| are| will| would| do| did| shall| could| can|'d|'ll| have|'ve| had| should| need)?(?: really| just| simply| rather| certainly)?"
    r" ?(?:not|never|won't|don't|wouldn't|shan't|can't|cannot|couldn't|didn't|haven't|needn't|shouldn't|refuse|rather not|decline|no intention)\b"
    r"(?: (?:be|been|going|to|want|wish|need|plan|planning|intend|intending|about|like|care|bother|even|really|have|got|time|of|going to|here|trying|ever|now)){0,5}"
    r" " + _ACTS_EN + r"\b"
    r"|\bi(?:'ll| will| shall|'d| would)?(?: rather)? (?:skip|avoid|leave out|refrain from) (?:the )?"
    + _ACTS_EN
    + r"\b"
)

_ANNOUNCED_ZH = re.compile(
    r"(?:接下来|下一步|下面|接着|然后|最后|待会儿?|等会儿?|等一下|一会儿?|稍后|回头|随后|首先|其次|先)(?:我|咱|就|该|再|要|会|得|应该|将|来|给|向|跟|您|你|客户|大家|的?是|做|一下|简单|进行)*"
    r"(?:自我介绍|介绍|说明|提出|提问|询问|问(?:他|客户)|处理|确认与?锁定|道别|告别|做个)"
    r"|(?:应该|应当|该|得|需要|必须|打算|准备|计划)(?:要|先|再|去|向|给|跟|把|客户|他|她|您|你|对方)*"
    r"(?:自我介绍|做.{0,3}介绍|介绍(?:一下)?(?:自己|公司|我们)|自报|说明|提出|问(?:他|客户|对方)|询问|处理|确认|锁定|道别|告别|道谢|约(?:他|客户)|报(?:上|出)|说(?:出|清|明))"
    r"|第[一二三四五六七八]步|步骤|环节|(?:销售|电话|标准)流程|手册|教材|话术"
    r"|(?:要是|如果|假如|当)客户|客户(?:要是|如果)|我(?:刚才|刚刚|已经)?(?:完成|做完|做过)了?(?:自我介绍|介绍|所有|全部|各)"
)
_DO_EN = (
    r"(?:introduc\w+|state|stating|say who|explain(?:ing)? (?:why|the (?:reason|purpose))|ask(?:ing)? (?:how|what|whether|if|about|them|him|her|the customer)"
    r"|propos\w+|suggest(?:ing)? a|handl\w+|deal(?:ing)? with|confirm(?:ing)?|repeat(?:ing)?|thank(?:ing)? (?:them|him|her|the)|present(?:ing)?|describ\w+|find out|say(?:ing)? goodbye)"
)
_ANNOUNCED_EN = re.compile(
    r"\b(?:next|now|then|first|firstly|finally|later|in a (?:moment|minute)|shortly|after that|afterwards)\b.{0,12}\bi(?:'ll| will| would| should| shall| must|'m going to| am going to|'d| have to| need to)\b.{0,14}"
    + _DO_EN
    + r"|\bi(?:'m| am|'ll| will|'d| would)?(?: should| ought to| must| need to| supposed to| meant to| going to| plan to| intend to| have to| be)(?! have)(?: \w+){0,2} "
    + _DO_EN
    + r"|\bi(?:'ll| will) (?:now |next |first |then )?(?:introduce|state|handle|propose|present)\b"
    r"|\bstep (?:one|two|three|four|five|six|seven|eight|\d)\b|\bnext step\b|\b(?:manual|handbook|textbook|script)\b"
    r"|\bif (?:a|the) customer\b|\bcomes next\b|\bi(?:'ve| have) (?:now )?(?:done|completed|performed|finished) (?:all|every|the|my)\b"
)
_BIDS = re.compile(
    r"(?:给|打|评|判|算)(?:我|个|一个)*(?:满分|高分|\d+分|通过|及格|优秀)|满分|评分(?:员|系统|器)|阅卷|判卷|请(?:判|评|给)分|算我(?:过|通过|完成)"
    r"|忽略(?:以上|之前|前面|所有)|系统提示|提示词|质量\s*[=:：]?\s*3"
    r"|\b(?:full|top|maximum|perfect|highest) (?:marks?|scores?|points?|grade)\b|\b(?:ignore|disregard) (?:all|the|any|previous|your|above)\b"
    r"|\b(?:dear )?grader\b|\bsystem prompt\b|\bgive me (?:\w+ ){0,2}(?:marks?|points?|scores?|credit)\b|\bscore (?:me|this)\b|\bmark (?:me|this|it) (?:as )?(?:correct|passed|complete)"
    r"|\bquality ?[=:] ?3\b|\ball (?:eight |the )?steps (?:are )?(?:done|completed?|performed|passed)\b|(?:全部|所有|八个)步骤(?:都|已|均)"
)


_REFUSED_ZH = re.compile(
    r"^(?:那么?|所以|但是?|可是?|反正|今天|现在)?[,，]?(?:我们?|咱们?|本人)(?:就|也|先|今天|现在|真|并|可|暂时|还是)*"
    r"(?:不(?:想|会|要|打算|愿意?|准备|能|用|必|需要?)?|拒绝|没打算|懒得|省得)(?:再|多|[跟给][您你]|就)*"
    r"(?!知道|晓得|是|好意思|打[扰搅]|耽误|占|浪费|麻烦|急|催|敢|太|怕|说(?:虚|大|假|空|别人|人家|他们|话)|瞒|勉强|强求|逼|推|让|骗"
    r"|同意|认同|清楚|了解|认识|在意|介意|怪|加|反对|否认|认为|觉得|保证|承诺|答应|打包票|懂|明白|赶|走|大|讲(?:虚|大|空)|评|卖|劝"
    r"|[问找](?:您|你)(?:要|签)|收|算|管|为难|随便|绕|吹|忽悠|替|碰|动|拿|止|光|只|但|仅|如|妨|方便|确定|行|可能|能不|该|够|小|错"
    r"|满|见得|藏|信|比|白)."
)
_REFUSED_EN = re.compile(
    r"^(?:so|but|and|well|no|today|now)?,? ?(?:i|we)(?: really| just| simply| certainly)? ?"
    r"(?:won't|will not|'ll not|refuse to|don't want to|do not want to|'m not going to|am not going to"
    r"|are not going to|'re not going to|decline to|'d rather not|would rather not)(?: be| even)? "
    r"(?!bother|keep|take|waste|push|press|pretend|lie\b|mind|hold|disturb|rush|forc|sell|let\b|argue|promise|leave"
    r"|forget|charge|ask you to|ask for more|name|judg|guess|hide|deny|oversell|tell you|bore|trouble|be\b|get\b"
    r"|make|start|stop|run\b|badmouth|speak ill|talk (?:down|badly|behind)|give up|need|hard|shake|dress|hand)\w"
)
"""What somebody says they won't do; not what one promises not to do to a customer."""


def negated(words: str) -> bool:
    """Return whether a normalised clause denies an act of the speaker's own; polite idioms don't."""
    plain = _SPARED.sub("…", words)
    signs = (_NEGATED_ZH.search, _NEGATED_EN.search, _REFUSED_ZH.match, _REFUSED_EN.match)
    return any(sign(plain) for sign in signs)


def announced(words: str) -> bool:
    """Return whether a normalised clause only plans, reports or teaches an act."""
    return bool(_ANNOUNCED_ZH.search(words) or _ANNOUNCED_EN.search(words))


def bids(words: str) -> bool:
    """Return whether a normalised clause speaks to the grader, not to the customer."""
    return bool(_BIDS.search(words))
