"""Which currency a bare 元 is: an article that counts in NT$ means NT$ by 元 too.

Leaves out everything about amounts themselves (`kb.quantities`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kb import lazy
from kb.model import Quantity
from kb.text import fold

_TAIWAN = lazy.compile(r"NT\$|新[台臺][幣币]|[台臺]幣|TWD")
_MAINLAND = lazy.compile(r"人民[幣币]|RMB|CNY|CN¥|上交所|深交所|科[創创]板|[創创][業业]板|扣非|[歸归]母[淨净]|[業业][績绩][預预]告")
_TAIWAN_WORDS = lazy.compile(
    r"(?:月|季|年)(?:增|減|减)\s?\d|每股盈[餘余]|[稅税][後后][純纯]益|[台臺]股|法說會|法说会|[證证]交所公[告布]|櫃買|[稅税][後后][淨净][損损利](?![潤润])|每股[淨净純纯][損损益]|[興兴]櫃|上櫃|金管會|金管会|法人(?:預估|预估|圈)|[營营]益率|EPS\s?(?:[為为達达約约])?\s?-?\d+\.\d+元|[貨货][櫃柜]航商|晶[圓圆]代工[廠厂]|展望第[一二三四]季，|合[併并][營营]收|(?:\d|元|[單单]|[上本])月(?:份)?[營营]收|[現现]金股利|股利|每股配[息發发]|(?:新竹|高雄|[台臺](?:北|中|南)|桃園|桃园)(?=[市縣县區区一-鿿])"
)
_PLACE = lazy.compile(r"^(?:新竹|高雄|[台臺][北中南]|桃[園园])$")
_HONG_KONG = lazy.compile(r"(?:每股|[中末全]期息|股息)[^,，。;；\d]{0,8}\d[\d.]*港?仙")  # 每股盈利27仙
# The first sum is in HK$, and results are told as Hong Kong tells them: 收入為港幣864億元,…股東應佔溢利為41.7億元.
_HONG_KONG_FIRST = lazy.compile(r"[^元圆圓$€£¥]*?(?:(港[幣币]\s?\d)|HK\$\s?\d|\d[\d,.]*[千百萬万億亿]*港[元幣币])")
_HONG_KONG_WORDS = lazy.compile(r"[應应][佔占]溢利|按[年季]|[中末]期(?:股)?息|派息")
_GREW = lazy.compile(r"^([月季年])[增減减]$")
_NUMBER = lazy.compile(r"[\d.\s為为達达約约-]+")
# (港元,下同): what 元 is from here on.
_SAME_BELOW = lazy.compile(r"[(（](?:单位|單位)?[:：]?\s?(港[元币幣]|人民[币幣]|美元|新[台臺][币幣])[^()（）]{0,4}下同[)）]")
_SAID: dict[str, str | None] = {"港元": "HKD", "港币": "HKD", "人民币": None, "美元": "USD", "新台币": "TWD"}
_JAPAN = lazy.compile(r"日[圓圆元本]|[東东]京|Japan|Tokyo|Osaka|\b[Yy]en\b")
_CHINA = lazy.compile(r"人民[幣币]|RMB|CNY|CN¥|\b[Yy]uan\b|中[國国]|Chin(?:a|ese)")
_SINGAPORE = lazy.compile(r"S\$\s?\d|Singapore cents?|SGD")
_BARE_CENT = lazy.compile(r"^[^A-Za-z]*cents?\b")
_NAMED = lazy.compile(r"人民|RMB|CNY|[¥￥]")


def home(text: str) -> str | None:
    """Return the currency that a bare 元, or a bare cent, stands for in an article, None for what `kb.quantities` takes it for.

    >>> home("營收NT$6.8億,上年4.1億元"), home("营收6.8亿元")
    ('TWD', None)
    """
    if _SINGAPORE.search(text) and not re.search(r"US\$|(?<![A-Z])\$\s?\d", text):
        return "SGD"
    if "¥" in text and _JAPAN.search(text) and not _CHINA.search(text):
        return "JPY"
    if told := _SAME_BELOW.search(text):
        return _SAID[fold(told[1])]
    if _MAINLAND.search(text):
        return None
    counted = _HONG_KONG_FIRST.match(text)
    first = counted and (counted[1] or _HONG_KONG_WORDS.search(text))
    if (first or _HONG_KONG.search(text)) and not _TAIWAN.search(text):
        return "HKD"
    if _TAIWAN.search(text):
        return "TWD"
    words = {_PLACE.sub("地", _GREW.sub(r"\1", _NUMBER.sub("", word))) for word in _TAIWAN_WORDS.findall(text)}  # 年增 and 年減 are one way of telling
    return "TWD" if len(words) > 1 else None


def at_home(found: Sequence[Quantity], currency: str | None) -> list[Quantity]:
    """Return the amounts with a bare 元 in the article's own currency, and money by the share as money."""
    found = [replace(q, unit=q.unit[:3]) if q.unit.endswith("/股") else q for q in found]
    if currency is None:
        return found
    if currency == "JPY":
        return [replace(q, unit=currency) if q.unit == "CNY" and q.raw.lstrip("约about ").startswith(("¥", "￥")) else q for q in found]
    if currency == "SGD":
        return [replace(q, unit=currency) if q.unit == "USD" and _BARE_CENT.search(q.raw) else q for q in found]
    return [replace(q, unit=q.unit.replace("CNY", currency, 1)) if q.unit.partition("/")[0] == "CNY" and not _NAMED.search(q.raw) else q for q in found]
