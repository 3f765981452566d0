"""What kind of thing a plain question asks for, and whether a sentence holds one. Tables only, on folded text.

After Li and Roth's taxonomy (2002), as far as patterns can tell. A kind only speaks for a sentence, never against:
names of people and places have no form that could be relied on. The bot reads questions closer than this.
"""

from __future__ import annotations

import re

from kb import lazy

_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜谢邹苏潘葛范彭鲁韦马方任袁柳鲍史唐费岑薛"
    "雷贺倪汤罗毕郝邬安常于傅康余顾孟黄穆萧尹姚邵汪祁毛狄米戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝席季贾路江童颜郭"
    "梅林钟徐邱骆高夏蔡田樊胡凌霍"
)
_NUMERAL = "[一二三四五六七八九十百千万亿两]"

# (kind, what asks for it, what a sentence then holds); the first that asks decides.
KINDS: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = (
    (
        "reason",
        lazy.compile(r"为什么|为何|原因|理由|\bwhy\b|\breason"),
        lazy.compile(r"因|由于|为了|导致|使得|所以|以免|故|because|due to|owing"),
    ),
    (
        "money",
        lazy.compile(
            r"金额|多少钱|多少元|价格|售价|市值|成本|亏损|股价|费用|资金|收入|利润|"
            r"how much (?:money|did .* cost)|\bcosts?\b|\bprice|\bpaid\b|\bworth\b"
        ),
        lazy.compile(r"[\d万亿千百] ?(?:元|美元|港元|港币|人民币|欧元|日元|英镑|港仙|美金|円|块)|[$€£¥]|dollar|billion|million"),
    ),
    (
        "share",
        lazy.compile(r"比例|占[^,]{0,6}比|百分|几成|比率|股比|percent|proportion|what (?:share|fraction)"),
        lazy.compile(rf"%|百分之|分之|{_NUMERAL}成|percent"),
    ),
    (
        "date",
        lazy.compile(
            r"时间|什么时候|何时|哪一?[年天月日]|日期|几年|何年|时期|年代|年份|世纪|朝代|"
            r"\bwhen\b|(?:what|which) (?:year|date|day|month|century|decade)"
        ),
        lazy.compile(
            rf"\d ?[年月日]|世纪|年代|{_NUMERAL}月|近日|今[日天]|昨[日天]|时期|时代|朝|截至|期间|\b(?:1[0-9]|20)\d\d\b"
        ),
    ),
    (
        "person",
        lazy.compile(r"谁|姓名|何人|哪一?位|什么人|\bwho(?:se|m)?\b"),
        lazy.compile(rf"·|先生|女士|[{_SURNAMES}]|\b[a-z]+ [a-z]+\b"),
    ),
    (
        "number",
        lazy.compile(r"多少|几|数量|人数|多[高长大远重久]|how (?:many|much|long|far|old|tall|big|large|high|often)"),
        # Dates and shares are figures too, but no numbers of anything.
        lazy.compile(rf"(?<![\d.,])(?!\d{{4}} ?年)\d[\d.,]*+(?! ?[月日%])|{_NUMERAL} ?[个人位名座家次种条只支公米倍层万亿]"),
    ),
    (
        "place",
        lazy.compile(r"哪里|哪儿|哪边|何处|在哪|地点|什么地方|哪一?[个座](?:城市|国家|地方|地区)|\bwhere\b|(?:what|which) (?:city|country|state|place)"),
        lazy.compile(r"[市省县区州国路街镇村岛山湾港洲]|位于|在"),
    ),
    (
        "organisation",
        lazy.compile(r"[哪什].{0,3}(?:公司|机构|组织|大学|银行)|公司是|方是|(?:what|which) (?:company|organi[sz]ation|university|bank)"),
        lazy.compile(r"公司|集团|银行|大学|学院|[局部会社院队]|基金|证券|中心"),
    ),
)


def wanted(folded: str) -> re.Pattern[str] | None:
    """Return what a sentence holds that answers a folded question; None where the question does not tell.

    >>> bool(wanted("何时成立?").search("成立于1987年")), wanted("成立")
    (True, None)
    >>> [bool(wanted("有几座桥?").search(said)) for said in ("2019年7月建成", "占1.25%", "共有12座")]
    [False, False, True]
    """
    return next((holds for _, asks, holds in KINDS if asks.search(folded)), None)
