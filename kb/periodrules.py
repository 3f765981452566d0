"""What a time looks like in Chinese and English text: the rules, and where they match."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb import lazy
from kb.amounts.reading import SHORT_YEAR

_YYYY = r"(?:19[5-9]\d|20\d\d)"
_ZHYEAR = r"[一二][〇零九][〇零一二三四五六七八九]{2}"
_ZHMONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_FIRST = r"(?<![百千萬億万亿\d美港日歐])元(?=月(?!薪|租|費|供|收入|均|付))"  # 元月, but not 300元月租
_ZHDAY = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_EN_MONTH = (
    r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_END = r"(?![A-EG-Za-z0-9]|F(?!Y))"  # Q1, also of Q1FY26
_EXPECTED = r"(?:[EFA](?![A-Za-z\d]))?"  # 2026E, FY26F: as brokers mark what they expect
# 2024-25, 2024/25年度: a fiscal year that is none of the calendar's
_AND_NEXT = "(?:" + "|".join(rf"(?<={n})[-–/]\d{(n + 1) % 10}" for n in range(10)) + r")(?![\d-])(?:\s?(?:財政年度|财政年度|財年|财年|年度))?"
_STOP = r"(?!(?!(?:20)?\d\d(?![\dA-DG-Za-z_]|[EF][A-Za-z]))\d|[A-EG-Za-z]|F(?!Y))"  # 1Q, also of 1Q26, 1Q2026 and 1QFY26


# 中期業績, 2026年中期成績單: of the first half; but 2026年中期投產 is when in the year.
_OF_RESULTS = r"的?(?:業績|成績|答卷|財報|快報|帳目|營|收入|收益|純利|溢利|盈利|利潤|毛利|虧|淨|報告|數據|股東應佔|財務|現金|除稅|稅前)"


def _part(tag: str) -> str:
    """A half, a quarter or nine months; `tag` keeps the group names of two copies apart."""
    return (
        rf"(?:(?P<h{tag}>[上下]半年度?|半年度|半年報|中報|中期(?={_OF_RESULTS})|[Hh][12]{_END}|[12][Hh]{_STOP})"
        rf"|(?P<n{tag}>[前首](?:三|3|3個|三個)季度?|[前首][九9]個?月|三季報|9M{_STOP})"
        rf"|(?P<q{tag}>(?:第\s?[一二三四1-4]|(?<![上前下這这哪每同任某本晚遲迟挪連连])(?<![晚遲迟挪拖延慢早後后久]了)(?<![好壞坏差高低多少大小難难慢快旺淡熱热忙苦強强弱]的)[一二三四1-4])\s?[財财]?季(?:度|報)?|首季度?|末季|最[後后]一[個个]?季度?|[Qq][1-4]{_END}|[1-4][Qq]{_STOP}))"
    )


# "three months ended Jan. 25" began the year before: the day is read, and the months up to it (`kb.periodfilling`).
_OVER_NEW_YEAR = r"(?:two\smonths\s\w+\s(?:\d+\s)?jan|three\smonths\s\w+\s(?:\d+\s)?(?:jan|feb)|six\smonths\s\w+\s(?:\d+\s)?(?:jan|feb|mar|apr|may)|nine\smonths\s\w+\s(?:\d+\s)?(?:jan|feb|mar|apr|may|jun|jul|aug))"

_RULES = lazy.compile(
    # 2026-01-08, 2026/1/8
    rf"(?P<iso>(?<![A-Za-z0-9_.-])(?P<y0>{_YYYY})(?P<sep>[-/.])(?P<m0>1[0-2]|0?[1-9])(?:(?P=sep)(?P<d0>3[01]|[12]\d|0?[1-9]))?(?![\w-]|\.\d))"
    # 2025年…, 2025上半年, 去年12月, 25年Q1
    rf"|(?P<zh>(?:(?<![\dA-Za-z.])(?:(?P<y1>(?:19|20)\d\d|{_ZHYEAR})\s{{0,2}}年|(?P<ys>[0-4]\d)年(?={SHORT_YEAR}))"
    r"|(?P<rel>(?<!以)(?:前年|去年|上年|昨年|今年|本年|明年|(?<![\u3400-\u9fff])後年|(?<=[於在到至及和])後年)|(?P<same>同年|次年|翌年|(?<![每一兩两])隔年))"
    rf"|(?<![\dA-Za-z.$¥-])(?P<y2>{_YYYY})(?=\s?(?:全年|年度|[上下]半年|第?[一二三四]季|第?[1-4]季|前三季|[QqHh][1-4]\b|[1-4][QqHh]\b)))"
    r"(?:(?:\s?年?度(?!過)|\s?全年|\s?整年|\s?年報|期(?=間))?"
    rf"(?:\s{{0,2}}(?P<m1>{_ZHMONTH}|元)\s{{0,2}}月(?:份|(?:\s{{0,2}}(?P<d1>{_ZHDAY})\s{{0,2}}[日號]))?"
    rf"|\s?的?{_part('1')}|\s?的?[前首頭](?P<zfirst>[兩两二三四五六七八九十]|\d{{1,2}})個?月(?!內|内)|\s?(?P<ma>{_ZHMONTH})月?[-至到~–](?P<mb>{_ZHMONTH})月|(?P<edge>底|年底|末(?!期)|年末|初(?!期|步)|年初|尾)|(?P<decade>代)|\s?[“「\"]?(?P<sale>6[·・.]?18|[雙双](?:11|十一))(?=[”」\"期大促購购全])[”」\"]?|同期)?)?)"
    # 1月12日, 12月, 上半年, 第一季, Q1 without a year
    rf"|(?P<part>(?<![\d.第兩個])(?:(?<![A-Za-z])|(?=[\u3400-\u9fff]))(?:(?P<m2>{_ZHMONTH})\s?月(?:份|\s?(?P<d2>{_ZHDAY})\s?[日號])(?!線)"
    r"|(?:(?<![表市牌布割約约])前|(?<![市業业售世])首)(?P<first>[兩两二三四五六七八十]|\d{1,2})個?月(?!內|内|前|後|后|以)"
    rf"|(?P<mc>{_ZHMONTH})月?[-至到~–](?P<md>{_ZHMONTH})月|(?P<m3>{_FIRST}|(?:1[0-2]|[1-9])(?=\s?月)|十[一二]?|[一二三四五六七八九])\s?月(?!球|亮|餅|票)"
    rf"|{_part('2')}(?:\s?(?:of\s|FY|')?\s?(?P<y3>{_YYYY}|(?<=[QqHhM'Y])\d\d){_EXPECTED}(?!\d|[.,]\d|\s?年))?))"
    # first quarter of 2026, last year's second half
    rf"|(?P<ord>(?i:\b(?:the\s|(?P<y10>{_YYYY})(?:'s)?\s)?(?P<o>first|second|third|fourth|final|1st|2nd|3rd|4th)[\s-](?P<w>half|quarter|nine\smonths|three[\s-]quarters?)\b"
    rf"(?:\s(?:of|in)?\s?(?:(?:fiscal|the)\s)?(?:(?:FY\s?)?(?P<y4>{_YYYY})\b|(?P<r4>last|this|next|previous|prior)\syear\b))?))"
    # first four months of 2026, nine months through September 2026
    r"|(?P<enfirst>(?i:\b(?:the\s)?first\s(?P<fm1>two|three|four|five|seven|eight|ten|eleven)\smonths(?:\sof\s(?:the\syear\b|(?P<y11>20\d\d)\b|(?P<r11>last|this)\syear\b))?)"
    rf"|(?i:\b(?:the\s)?(?!{_OVER_NEW_YEAR})(?P<fm2>two|three|six|nine)\smonths\s(?:through|to|ended|ending)\s(?:in\s)?(?:end-)?(?:(?:3[01]|2[89])\s)?(?P<mn11>{_EN_MONTH})(?:\s(?:3[01]|2\d)(?!\d))?(?:,?\s(?P<y12>20\d\d)\b)?))"
    # January-September 2025, January to June
    rf"|(?P<enrange>\b(?P<mna>{_EN_MONTH})\s?(?:-|–|to|through)\s?(?P<mnb>{_EN_MONTH})(?:,?\s(?:of\s)?(?P<yab>{_YYYY})\b)?)"
    # the March quarter: the one that ends with it
    rf"|(?P<enq>\b(?P<mnq>(?i:march|june|september|december))\s(?P<wq>quarter|half)\b(?:\s(?:of\s)?(?P<yq>{_YYYY})\b)?)"
    # December 17, 2025; 17 December 2025; December 2025
    rf"|(?P<enday>\b(?P<mn5>{_EN_MONTH})\s(?P<d5>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b(?!\s?%|[.,]?\d)(?:,?\s(?P<y5>{_YYYY})\b)?"
    rf"|\b(?P<d6>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\s(?:of\s)?(?P<mn6>{_EN_MONTH})(?:,?\s(?P<y6>{_YYYY})\b)?)"
    rf"|(?P<enmonth>\b(?P<mn7>{_EN_MONTH})(?:,?\s(?:of\s)?(?P<y7>{_YYYY})\b)"
    rf"|(?:(?<=\bin\s)|(?<=\b[Ll]ast\s)|(?<=\bend\sof\s)|(?<=\byear\sended\s)|(?<=\byear\sto\s)|(?<=\byear\sending\s)|(?<=\bmonths\sended\s)|(?<=\bmonths\sto\s)|(?<=\bquarter\sended\s)|(?<=\bquarter\sto\s)|(?<=\bfor\s)(?=\S+\s(?:of\s)?(?:this|last|next)\syear))(?P<mn8>{_EN_MONTH})|(?<=\bsince\s)(?P<mn9>{_EN_MONTH})|\b(?P<mn10>{_EN_MONTH})(?=(?:['’]s)?\s(?:deliver|sales\b|revenues?\b|output|shipments|figures|exports|production|passenger|orders\b|results)|['’]s\s(?:record\s|monthly\s|provisional\s)?(?:total|tally|count|[\d.,]+\s(?:deliver|sales|registrations|shipments|orders|passengers|units|vehicles|cars|flights))))"
    # last year, a year earlier, past three years, 近三年
    r"|(?P<enrel>(?i:\b(?:the\s)?(?:same\speriod\s(?:of\s)?)?(?P<r8>last|previous|prior|this|current|next)\s(?:fiscal\s|full\s)?year\b"
    r"|\ba\syear\s(?P<r9>earlier|ago)\b|\bthe\syear\sbefore\slast\b))"
    r"|(?P<recent>(?:最近|(?<![最達時了有為將])近|過去)(?P<c1>[兩一二三四五十]|\d{1,2})\s?年(?!代)"
    r"|(?i:\b(?:past|last|recent)\s(?P<c2>two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\syears\b))"
    # FY2025, fiscal 2025, 2025; 1Q2026 is above
    rf"|(?P<fiscal>(?i:(?<![A-Za-z0-9])(?:FY\s?|fiscal\s(?:year\s)?)(?P<y8>{_YYYY}|\d\d)(?P<y8b>{_AND_NEXT})?{_EXPECTED}(?!\d|\.\d|[A-Za-z])))"
    rf"|(?P<bare>(?:(?<![A-Za-z0-9_.$€£¥₩#/])|(?<=\d[EFA]/))(?<![A-Za-z]-)(?P<y9>{_YYYY})(?P<y9b>{_AND_NEXT})?{_EXPECTED}(?![\dA-Za-z_%]|[.,]\d))"
)
_BEGIN = lazy.compile(
    r"(?<![0-9A-Za-z.])[0-9]|[去上昨今本明後前]年|[同次翌隔]年|[上下]半年|半年[度報]|中[報期]|三季報|首季|末季|[前首頭][兩两二四五六七八十\d三九]"
    r"|第\s?[一二三四1-4]\s?[財财]?季|[元一二三四五六七八九十]{1,2}\s?[月季财財]|[一二][〇零九]|最?近[\d兩一二三四五十]|過去[\d兩一二三四五十]"
    r"|[十一二三四五六七八九]月?[-至到~–][十一二三四五六七八九]"
    r"|[A-Za-z](?<![A-Za-z].)(?:(?<=[QqHh])[1-4]|(?<=[Ff])(?:[Yy]|iscal)|(?<=[Tt])he\s|(?i:(?<=j)(?:an|u[nl])|(?<=f)(?:eb|irst|ourth|inal)"
    r"|(?<=m)a[ry]|(?<=a)(?:pr|ug)|(?<=s)(?:ep|econd|ame)|(?<=o)ct|(?<=n)(?:ov|ext)|(?<=d)ec|(?<=t)(?:h(?:ird|is|ree)|wo)|(?<=n)ine|(?<=s)ix|(?<=l)ast"
    r"|(?<=p)(?:revious|rior|ast)|(?<=c)urrent|(?<=r)ecent|(?<=a)\syear))"
)


def matches(folded: str) -> Iterator[re.Match[str]]:
    """Yield what the rules match, tried only where a period can begin."""
    position = 0
    while at := _BEGIN.search(folded, position):
        m = _RULES.match(folded, at.start())
        position = m.end() if m else at.start() + 1
        if m:
            yield m
