"""Sentences that say why: the words of a cause, of what it brought about, and of what only announces one. Folded."""

from __future__ import annotations

from kb import lazy

CAUSE = lazy.compile(
    r"之所以|一来[^。;]{2,40}二来|一则[^。;]{2,40}二则|(?:^|[,;])(?:依托|凭借|依靠|借助|仰仗)[^,;。]{2,},|靠的是|主[要力]靠|关键(?:在于|就?是)|归结|出在|看中|迫于|苦于|碍于|考[量虑](?=到)|以便|旨在|意在|好让|免得|省得|(?<!最)担[心忧](?!的)|顾虑|忧心|被迫|不得不|于是|只好|随即[^,。;]{0,8}(?:辞|离[任职开]|退[出任]|卸任|停|撤|取消|关)|卡在|逼出|谈不拢|引[来发起]|招致|惹来|促[使成]|纯粹是|说穿了|说白了|[败输]给|[升降涨跌增减滑长缩盈亏]损?,?主要是|(?<![命指法司号下律月])令[^,。;]{1,10}?(?:跌|降|升|涨|落|增|减|亏|滑|压|走高|走低|短缺|紧张|受损)|致使|始于|源自|起因|肇因|主因|推手|归[因咎结功]|[胜赢输败]在|鉴于|出于|为的是|(?<=是)希望|(?<=是)想[让把]|(?<=是)要让|[,:]?一是(?=[^。]*二是)|(?<![不别可哪恐只])怕(?!的)(?=[^,。]{2,})|[称说释示明][,:]?(?:这|此举)?主要是|解释|拖累|受[^。;]{1,40}影响|与[^。;]{1,40}有关|保障|确保|有助|意味着|标志着|讯号|信号|有关(?=。|$)|理由|查明|查出|压低|推高|拉低|拉高|抬高|带来|因|由于|得益|受益|受惠|源于|(?<!其余)(?<!其他)(?<![元%辆台成吨件])(?<!收入)(?<!营收)来自|原因|缘于|所致|(?<![月年日季天后])才能|在于|为了|以免|避免|本质|倒逼|带动|推动|"
    r"\b(?:because|due to|(?<=, )(?:and )?so (?!far\b|that\b|much\b|many\b|on\b)[a-z]+|(?<=, )and so|therefore|hence|which is why|reasons? to do with|driven|blam(?:e[ds]?|ing)|in order to|so as to|in an? (?:bid|effort|attempt) to|shelter(?:s|ed)|shield(?:s|ed)|cushion(?:s|ed)|held back by|attributed?|reflecting|on the back of|hit by|weighed|explain\w*|cited|helped by|thanks to|owing|as a result|since(?! (?:it|he|she|they|the \w+|its|his|her|their) (?:was|were|joined|took|founded|became|began|started|opened|launched|went)\b| (?:its|his|her|their|the) (?:\w+ )?(?:founding|launch|start|debut|listing|beginning|end|birth|float|flotation)\b| (?:\d+|last|then|at least|early|late|mid|january|february|march|april|may|june|july|august|september|october|november|december)\b)|so that|to avoid|reason|worri(?:ed|es)|fear(?:s|ed|ing)|concern(?:s|ed) (?:that|about|over)|accus(?:ed|ing)|forced|amid|warned|not(?:ed|ing) that|what changed|when (?:\w+ ){1,4}(?:failed|refused|declined|could not|couldn't|pulled out|ran out)|arguing|the (?:cause|culprit|trouble|problem) (?:is|was)|at fault|after (?:(?!tax|hours|all|that|this|which)[\w'’-]+ ){1,5}?(?:\w{2,}ed|fell|struck|broke|found|left|lost|caught|hit|cut)|benefit|trac(?:ed|es|ing)(?: [\w'’-]+){0,5} to|(?:put|puts|putting)\b[^;]{2,90}? down to"
    r"|prompt(?:ed|s|ing)|stem(?:s|med|ming) from|faulted|caus(?:ed|es|ing) by|led to|leading to|(?<=, )by [a-z]+ing|result(?:s|ed|ing) (?:in|from)|trigger(?:ed|s|ing)|spurred|sparked|fuell?ed|dragged|dented|hurt by|squeezed by"
    r"|lifted by|boosted by|buoyed|in response to|point(?:s|ed|ing) to|citing|on account of|credit(?:s|ed) (?:it|the|a|an|its|this)|ascrib\w+|for want of|(?:lack|shortage) of|under pressure from|following (?:a|an|the)|after (?:a|an|the) (?!year|month|week|day|quarter)|(?:would|will|could|may|to) add (?:about |around |up to |some |roughly )?[^;.a-z]{1,8}(?:million|billion|m|bn)?[^;.]{0,24} to|after (?:it|he|she|they|(?:the|its) \w+) (?:said|warned|announc\w+|report\w+|cut|missed|raised|lifted|lost|won|found|disclosed))\b"
)
# What makes something matter: that it was the first, or what it shows.
SIGNIFIES = lazy.compile(r"首次|首个|第一次|标志|意味|表[示明现](?=[^,。]{4})|证明|验证|代表着?|信号|讯号|关键一步|价值|支撑|支持|推动|打破|刷新|\b(?:the first|for the first time|marks?|marked|shows?|showed|proves?|proved|means|signals?|sign|record|key step|worth|support\w*|value)\b")
# What something was done for stands before it: "To preserve cash for the jets, the board cut the dividend".
_FOR = r"to (?!the\b|a\b|an\b|its\b|their\b|his\b|her\b|this\b|that\b|date\b|be sure\b|\d)[a-z]+\b[^;.]{2,90}?, (?=(?:the|it|its|he|she|they|[a-z]+(?:'s)?)\b)"
PURPOSE = lazy.compile(rf"^{_FOR}")
# A cause before what it brought about; only what it brought about is what "why" may ask of.
_FIRST = lazy.compile(rf"^(?:(?:因为?(?![此而])|由于|为了?(?=[把让将使避求在保降提减]|了)|鉴于)[^,;。]{{2,44}},|(?:because of|due to|owing to|thanks to) [^;.]{{2,80}}?, |{_FOR})")
# A sentence that only says that causes follow: "Two things went wrong."
ANNOUNCES = lazy.compile(r"\b(?:two|three|four|several|a few) (?:\w+ )?(?:things|factors|reasons|causes|forces|culprits)\b|(?:原因|理由|考量|因素)(?:大致|主要|无非)?(?:有|在)?(?:以下)?[两二三四]|[两二三四](?:个|大|点|方面|项|重)?(?:原因|理由|考量|因素)|事出有因|原因(?:并|其实)?不(?:难|复杂)")
ANOTHER_REASON = lazy.compile(r"^(?:其二|二来|二则|第二(?:个|项|点|大)?(?:原因|理由|考量|因素|[,:]|是)|(?:另|还有)一?(?:个|项|大|层)?(?:原因|理由|考量|因素)|再者,)|^(?:the (?:second|other)|another|a second) (?:reason|factor|cause|motive|problem)\b|^second(?:ly)?,")
# What came to light later is told some sentences on.
FOUND_OUT = lazy.compile(r"查明|查出|原因(?:是|在于)|根源|归[咎因]|肇因|\b(?:turned out|traced|the cause was|investigat\w+ found)\b")

_OWED_TO = lazy.compile(r"(?:靠的是|主要?靠|归功于|得益于|受惠于|受益于) ?([^,。;]{2,16}) ?[,。;]")


def gives_reason(folded: str) -> bool:
    """Return whether a folded sentence says why something is so, or announces that the next ones do.

    >>> gives_reason("to be nearer its customers, it is opening a yard"), gives_reason("公司归咎于电网接入")
    (True, True)
    >>> gives_reason("to the north, the road is open")
    False
    """
    return bool(CAUSE.search(folded) or PURPOSE.search(folded))


def brought_about(folded: str) -> int:
    """Return where in a folded sentence that begins with its cause the effect begins, 0 where it does not begin so.

    >>> text = "为了把钱留给三期试验,董事会取消了特别股息"
    >>> text[brought_about(text):]
    '董事会取消了特别股息'
    """
    cause = _FIRST.match(folded)
    return cause.end() if cause else 0


def is_the_cause(folded: str, asked: str) -> bool:
    """Return whether what is asked about is itself the reason of something: 靠的是甲 does not say why 甲 sells."""
    cause = _OWED_TO.search(folded)
    return cause is not None and cause[1].strip() in asked
