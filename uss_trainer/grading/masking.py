"""Names, firms, numbers and times put under one mask each, so that only the saying counts."""

from __future__ import annotations

import re

from uss_trainer.grading.firms import NOBODY, Firms, named
from uss_trainer.grading.text import normalise

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁于蒋蔡余杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
    "温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季"
    "裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄"
    "窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池"
)
_DIGITS = "零〇一二两三四五六七八九十百千万亿"
_TITLES = (
    "董事长|总经理|副总|总监|总|经理|主任|老师|先生|女士|小姐|太太|姐|哥|工|厂长|处长|科长|部长|局长|院长"
    "|校长|店长|会计|老板|主管|书记|博士"
)
_FIRMS = r"用友|用优|yonyou|ufsoft|ufida|uf ?soft"

_CHINESE_TIMES = (
    r"(?:这|本|下|下下|上|每)?个?(?:周|星期|礼拜)(?:[一二三四五六日天末]|[1-6])"
    r"|今天|明天|后天|大后天|明儿个?|后儿|今晚|明早|明晚"
    rf"|(?:上午|下午|早上|晚上|中午|傍晚|早晨|清早|午后)?(?:[{_DIGITS}]{{1,3}}|\d{{1,2}})(?:点半?|时)"
    rf"(?:(?:[{_DIGITS}]{{1,3}}|\d{{1,2}})分|一刻|三刻|整|钟)?"
    rf"|(?:[{_DIGITS}]{{1,3}}|\d{{1,2}})月(?:[{_DIGITS}]{{1,3}}|\d{{1,2}})[号日]?"
    rf"|(?:[{_DIGITS}]{{1,3}}|\d{{1,2}})[号日](?!码)"
    r"|(?:上午|下午|早上|晚上|中午|傍晚)(?:\d{1,2}:\d\d)?"
)
_ENGLISH_TIMES = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|(?:mon|tue|tues|wed|thu|thur|thurs|fri)\b"
    r"|tomorrow\b|tonight\b|today\b"
    r"|(?:(?:at|by|around) )?\b\d{1,2}(?::\d\d)? ?(?:a\.?m\b\.?|p\.?m\b\.?|o'?clock)"
    r"|(?:(?:at|by|around) )?\b\d{1,2}:\d\d\b"
    r"|(?:at|half past|quarter past|quarter to) (?:one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|noon|\d{1,2})\b"
    r"|(?:jan|febr)uary\b|(?:march|april|june|july|august|september|october|november|december)\b"
    r"|(?:the )?\d{1,2}(?:st|nd|rd|th)\b"
)
TIMES = re.compile(
    rf"(?=[\d{_DIGITS}这本下上每个周星礼今明后大早晚中傍清午])(?:{_CHINESE_TIMES})"
    rf"|\b(?=[\dmtwfsjaonbdhq])(?:{_ENGLISH_TIMES})"
)
"""A point in time as people name it when they make an appointment; on normalised text.

The first characters stand before the alternatives because most places begin none of them.
"""

_NUMBERS = re.compile(
    rf"(?=[\d{_DIGITS}])"
    rf"(?:\d+(?:[.,:]\d+)*[百千万亿]*|[{_DIGITS}]{{2,}}|[{_DIGITS}](?=[个家年万位名人套块元]))"
)
_OTHERS = _SURNAMES.replace("谢", "")
_CHINESE_PEOPLE = (
    # Two 谢, or one after 多 or 感, are thanks and no surname.
    rf"(?:[{_OTHERS}]|(?<![谢多感])谢(?!谢))(?:[\u4e00-\u9fff]{{0,2}}?)(?={_TITLES})"
    r"|(?<=我叫)[\u4e00-\u9fff]{2,4}(?=$|[，,。！!、啊呀])"
    rf"|(?<=我是)[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}(?=$|[，,。！!、啊呀])"
    rf"|(?:小|老|阿)[{_SURNAMES}](?![\u4e00-\u9fff]?(?:总|经理))|(?<=姓)[\u4e00-\u9fff]"
)
_ENGLISH_PEOPLE = (
    r"(?:(?<=\b(?:mr|ms|dr) )|(?<=\b(?:mr|ms|dr)\. )|(?<=\bmrs )|(?<=\bmrs\. )|(?<=\bmiss ))[a-z]+"
    r"|(?<=\bthis is )[a-z]+(?: [a-z]+)?(?= (?:from|at|with|of|here|calling|speaking)\b)"
    r"|(?:(?<=name is )|(?<=name's ))[a-z]+(?: [a-z]+)?(?=$|[,.])"
)
_PEOPLE = re.compile(
    rf"(?=[\u4e00-\u9fff])(?:{_CHINESE_PEOPLE})|(?<= )(?=[a-z])(?:{_ENGLISH_PEOPLE})"
)
_RUN = re.compile(r"T(?:(?:[,的 ]| on | at )?T)+")
_FIRM = re.compile(_FIRMS)


def mask(text: str, firms: Firms = NOBODY) -> str:
    """Return normalised `text` with people, firms, times and numbers under one mask each.

    `firms` are further names of firms known to occur.
    """
    return masked(normalise(text), firms)


def masked(plain: str, firms: Firms = NOBODY) -> str:
    """Return already normalised text masked."""
    plain = named(_FIRM.sub("F", plain), firms, "F")
    plain = _RUN.sub("T", TIMES.sub("T", plain))
    plain = _PEOPLE.sub("N", plain)
    return _NUMBERS.sub("0", plain)


def steady(masks: str) -> str:
    """Return masked text with a plain word in each mask's place, for the encoder."""
    chinese = any("\u4e00" <= char <= "\u9fff" for char in masks)
    return masks.translate(_CHINESE if chinese else _ENGLISH)


_CHINESE = str.maketrans({"N": "王", "F": "用友", "T": "周三", "0": "3"})
_ENGLISH = str.maketrans({"N": "wang", "F": "ufsoft", "T": "wednesday", "0": "3"})
