"""Messages that are key words in a row, as questions: 聶冬陽 出生年 籍貫 大學, A版 B版 差價 幾萬, 創業前東家 博士學校.

Two or more words at the end that each name something to ask for become as many questions, for what answers one leaves the other
unsaid. One such word alone is read elsewhere (`bot.nounforms`). Patterns see folded text; what is put is in Simplified.
"""

from __future__ import annotations

from functools import lru_cache

from kb import lazy
from kb.text import HAN_ONE, fold

_MOST = 40  # characters of a message that can be a list of key words
_LEAST = 3  # words: whom or what it is about, and two that ask
_SCHOOL = "(?:大学|母校|学校|毕业学校|毕业院校|院校|就读学校|读哪)"
_DEGREE = "(?P<degree>博士|硕士|本科|大学|研究所|学士)"
# A key word that asks, with the question it stands for.
_ASKS = tuple(
    (lazy.compile(said), plain)
    for said, plain in (
        (r"出生(?:年份?|日期?|年月日?|时间)|生日|几岁|年龄|年纪|几年次", "哪年出生"),
        (r"籍贯|出生地|老家|家乡|哪里?人|故乡|祖籍", "籍贯哪里"),
        (rf"{_DEGREE}(?:毕业)?(?:学校|院校|母校|在哪|哪里?|大学)", r"\g<degree>在哪读的"),
        (rf"{_SCHOOL}|学历", "毕业于哪所大学"),
        (r"(?P<when>创业|加入|任职|上任|入职)(?:之)?前(?:的)?(?:东家|老东家|雇主|公司|任职|工作|单位|职务|在哪)", r"\g<when>前在哪工作"),
        (r"前(?:一个)?(?:东家|雇主|公司)|老东家", "之前在哪工作"),
        (r"(?:现任|现在|目前)?(?:职务|职位|头衔)", "担任什么职务"),
        (r"(?:总)?投资(?:总)?(?:金?额)?|造价|要?投多少", "投资多少"),
        (r"(?P<what>投产|开工|量产|完工|竣工|启用|开业|通车|交付|上市|发布|上线|开卖|开售|交割|生效|成立|创立)(?:时间点?|日期?|年份?|日子?|时程)", r"什么时候\g<what>"),
        (r"(?P<what>(?:年|月|总|设计|规划)?(?:产能|产量|销量|营收|收入|毛利率?|净利润?|市值|估值|市占率?|员工数?|门店数?|客户数?|用户数?|售价|价格|重量|厚度|续航|容量|首付款|融资金?额|募资金?额|目标价|股价|发行价|入场费))", r"\g<what>多少"),
        (r"其中(?P<what>[^,? 几多]{1,6}?)(?P<how>几[家个位台款座间]|多少)", r"其中\g<what>\g<how>"),
        (r"创始人|创办人|ceo|执行长|董事长|总经理|总裁|负责人", r"\g<0>是谁"),
    )
)  # fmt: skip
_APART = lazy.compile(r"(?:价差|差价|差距|差额|相差|差)(?P<how>(?:是|有)?(?:多少|几[\u3400-\u9fff]{0,2}))?")
_HOW = lazy.compile(r"多少(?:[钱元]|[\u3400-\u9fff]{1,2})?|几[\u3400-\u9fff]{1,2}")
_NOT_KEYS = lazy.compile(r"[。!;:]|是|的(?!$)|了|吗|呢|为什么|怎么|谁|哪|吧")
_STOPS = lazy.compile(r"[ ,、/|+＋]+")


@lru_cache(256)  # a message is read whole and in parts
def keywords_asked(text: str) -> str:
    """Return a list of key words as the questions it stands for; any other message as it is.

    >>> keywords_asked("聶冬陽 出生年 籍貫 大學"), keywords_asked("四驅版 標準版 差價 幾萬")
    ('聶冬陽哪年出生,籍贯哪里,毕业于哪所大学', '四驅版和標準版差价几万')
    >>> keywords_asked("衡岳 中期股息 多少")
    '衡岳 中期股息 多少'
    """
    if len(text) > _MOST or not HAN_ONE.search(text):
        return text
    folded = fold(text.rstrip("?？ "))
    if len(folded) > len(text) or _STOPS.search(folded) is None:
        return text
    at = [0, *(m.end() for m in _STOPS.finditer(folded)), len(folded)]
    ends = [*(m.start() for m in _STOPS.finditer(folded)), len(folded)]
    words = list(zip(at, ends, strict=False))
    if len(words) < _LEAST:
        return text
    return _difference(text, folded, words) or _questions(text, folded, words) or text


def _questions(text: str, folded: str, words: list[tuple[int, int]]) -> str:
    """The questions that the last words of a message stand for, "" where fewer than two ask or any says more."""
    asked: list[str] = []
    left = len(words)
    for start, end in reversed(words[1:]):
        said = next((m.expand(plain) for pattern, plain in _ASKS if (m := pattern.fullmatch(folded, start, end))), "")
        if not said:
            break
        asked.insert(0, said)
        left -= 1
    begins, ends = 0, words[left - 1][1]
    if len(asked) < _LEAST - 1 or _NOT_KEYS.search(folded, begins, ends):
        return ""
    return f"{text[begins:ends]}{'' if HAN_ONE.match(text[ends - 1]) else ' '}{','.join(asked)}"


def _difference(text: str, folded: str, words: list[tuple[int, int]]) -> str:
    """How far two are apart that stand side by side before the word for it, "" where there are no such two."""
    how = "多少"
    if len(words) > _LEAST and _HOW.fullmatch(folded, *words[-1]):
        how = folded[slice(*words[-1])]
        words = words[:-1]
    apart = _APART.fullmatch(folded, *words[-1])
    if apart is None or len(words) != _LEAST or _NOT_KEYS.search(folded, 0, words[1][1]):
        return ""
    return f"{text[slice(*words[0])]}和{text[slice(*words[1])]}差价{how}" if "价" in apart.group() else f"{text[slice(*words[0])]}和{text[slice(*words[1])]}相差{how}"
