"""One set against another, and a time against another, put as it is read: "A founding to B founding, gap in years", A? B?

How far two are apart, what each of two is, from what to what: said in talk in many ways, and read in few. Frames of
`bot.figuretalk`.
"""

from __future__ import annotations

from bot.ranktalk import SIZE_EN, SIZE_ZH

_MUCH = "(?:多少|几)(?:钱|元|块钱|块|亿|万|个亿|百万)"
_MORE = "(?:增加|成长|增长|多|涨|上升|提高|提升|扩大|增)(?:了|出|加)?"
_THAN_YEAR = r"(?P<a>20\d\d)年?(?:的|全年)?(?P<what>[^,?0-9]{1,10}?)(?:跟|和|与|同|比|比起|相比于?|较|相较于?|对比)(?P<b>20\d\d)年?(?:的)?(?:相比|比起来|比较|对比|比|来)?,?(?:一共|总共|共)?"

APART: tuple[tuple[str, str], ...] = (
    # --- how long between two events, by how many points, by what sum
    (
        r"\b(?:(?:attributable|net) )*(?:profit|income|earnings) (?:divided by|over|/) (?:the |its )?(?:total )?(?:revenues?|sales|turnover)\b",
        "net margin",
    ),
    (rf"{_THAN_YEAR}{_MORE}(?P<how>{_MUCH})", r"\g<a>年\g<what>比\g<b>年多了\g<how>"),
    (r"(?<![体血血手药药瘦])(?P<than>(?:比|跟|和|与|较|相较于?|对比)(?:上周|上一?个?[周月季]|去年|前一?[年月周季]|年初|一年前|原本|原先|原来|此前)(?:同期)?(?:相比|比起来|比较|比|来)?,?)(?:减|缩|掉|砍|缩水|缩减|削减)了?(?P<how>多少|几)", r"\g<than>少了\g<how>"),
    # --- each of several
    (
        rf"^(?P<what>(?=[^?]*(?:{SIZE_ZH}|价|率|息))[^?,]{{2,20}}?)[ :,](?P<a>[^?,\s最哪谁多几什]{{2,10}})\?(?P<b>[^?,\s最哪谁多几什]{{2,10}})\?*$",
        r"\g<what> \g<a>和\g<b>各是多少",
    ),
    (
        r"(?:是)?(?P<when>哪一?[年天月]|什么时候|何时|几几年),?(?:、|又|和|以及|并)?(?:是)?在(?P<where>哪[里儿]?|哪个(?:城市|地方|省|国家)|什么地方|何处)(?P<does>出生|成立|创立|创办|创建|开张|开业|上市|去世|结婚|毕业)(?=的?(?:[?呢啊]|$))",
        r"是什么时候在\g<where>\g<does>",
    ),
    (
        rf"^(?P<a>[^,?]*?\b{SIZE_EN}\b[^,?]*?) (?:minus|less|-|−|–) (?P<b>[^,?=]{{3,}}?)(?: ?= ?\??| ?equals(?: what)?)?(?: ?\?)*$",
        r"difference between \g<a> and \g<b>",
    ),
    (r"落差|差值|价差(?=几)|差额(?=几)|差距(?=几)", "差距"),
)
