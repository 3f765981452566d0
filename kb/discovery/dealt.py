"""Firms told by their part in a deal: 持股6.1%的江北產業基金, 售予晶岑先進, 第一大股東為澄州市國資運營集團.

A fund's or a holding's name may be of nothing but everyday words, a buyer's without any ending: the deal tells.
Leaves out firms with an ending that no deal tells (`kb.discovery.companies`). Patterns are matched against folded text.
"""

from __future__ import annotations

import re

from kb import lazy
from kb.discovery.companies import DESCRIBES, FIRMS_NAMED
from kb.discovery.endings import CHAIN_END, HAN_CHAR, LAND, past_kind
from kb.discovery.found import Found
from kb.discovery.page import LIGHT, PARTICLES, Page
from kb.discovery.people import is_person, last_role

# 江北產業基金持股6.1%, 贛江產業基金跟投
_FUND = lazy.compile(
    rf"({HAN_CHAR}{{2,6}}(?:产业|投资|创投|发展|引导|成长|并购|母|天使|科创|股权|战略|科技|远景|主权)(?:投资)?基金)(?=持股|持有[约\d]|领投|跟投|参投|出资|认购|提供|等?[、和与及]{HAN_CHAR}{{2,10}}(?:领投|跟投|参投|持股))"
)
# 第一大股東為澄州市國資運營集團
_HOLDER = lazy.compile(rf"(?:股东|控股方|实控人|实际控制人|控制人|母公司|业主|买方|卖方|受让方|转让方)(?:分别)?[为是]({HAN_CHAR}{{3,14}}?(?:集团|公司|基金|控股|资本|投资|国资委|银行|信托))(?=[,。;(、]|和|及|与|所|旗下|持)")
# 售予晶岑先進; 授給北嶺製藥
_GIVEN_TO = lazy.compile(rf"(?:售予|售给|卖给|出售给|转让给|转售给|售与|授权给|授权予|授给|授予|许可给|转给|租给|供货给|交由|独家授权)({HAN_CHAR}{{3,10}}?)(?=[,。;、(]|作为|旗下)")
# 擬收購瀚林儀器70%股權
_BOUGHT = lazy.compile(rf"(?:收购|取得|拿下|买下|购入|入股|并购|吞并|控股|出售|转让)了?({HAN_CHAR}{{3,8}}?)(?:的|约)?(?=\d[\d.]*%(?:的)?股[权份]|(?:全部|多数|剩余|少数)(?:的)?股[权份])")
# 福隅超市因計量秤作弊、短斤缺兩,被罰540萬元
_PENALISED = lazy.compile(rf"(?:^|[,;:。])({HAN_CHAR}{{4,9}}?)因(?!此|而)[^;。]{{2,40}}?,(?:[^,;。]{{0,10}},)?被(?:罚|处|责令|警告|没收|吊销|立案|点名|通报)", re.M)
_LEADS = lazy.compile(r"^.*?(?:的|是|和|与|及|由|有|等|及其|旗下|为|获|向|在|家|名|个|各|国资|外部|地方|政府)(?=.{4})")
_NO_ONE = lazy.compile(r"第三方|控股股东|大股东|公司|客户|员工|投资[者人]|管理层|合作方|用户|对方|供应商|经销商|他人|旗下|其他|消费者|政府|子公司|个人|机构|团队|股东|企业|上市|医院|学校|银行|市场|自然人|关联|权|奖|证书|称号|牌照|资格|许可|专利|^..?厂$")


def dealt(page: Page, found: Found) -> None:
    """Add the firms whose part in a deal a text tells, or what they were fined for."""
    for match in _PENALISED.finditer(page.folded):
        if _may_buy(page, match[1]) and CHAIN_END.search(match[1]):
            _add(page, found, match.start(1), match.end(1))
    for match in _FUND.finditer(page.folded):
        start = match.start(1) + (lead.end() if (lead := _LEADS.match(match[1])) else 0)
        name = page.folded[start : match.end(1)]
        if len(name) > _LEAST_FUND and not LIGHT & {name[0]}:
            _add(page, found, start, match.end(1))
    for match in _HOLDER.finditer(page.folded):
        start = match.start(1) + past_kind(match[1])
        name = page.folded[start : match.end(1)]
        if not (_BARE.fullmatch(name) or name[0] in _COUNTS):
            _add(page, found, start, match.end(1))
    for match in (*_GIVEN_TO.finditer(page.folded), *_BOUGHT.finditer(page.folded)):
        start, end = match.start(1) + past_kind(match[1]), match.end(1)
        land = re.match(LAND, page.folded[start:end])
        start += land.end() if land and end - start - land.end() > 2 else 0
        name = page.folded[start:end]
        if _may_buy(page, name):
            _add(page, found, start, end)


_LEAST_FUND = 4  # characters of a fund's name
_COUNTS = frozenset("一两三四五六七八九十几多某该本其这")
_BARE = lazy.compile(r"(?:国有|国资|民营|外资|上市|大型|地方|省属|市属|央企|跨国|控股|产业|投资|家族|私人|海外|境外|主权|社保|公募|私募)*(?:集团|公司|基金|控股|资本|投资|国资委|银行|信托)+")


def _may_buy(page: Page, name: str) -> bool:
    """Whether a folded name can be that of a firm: no everyday words, nobody's post, no person."""
    core = FIRMS_NAMED.sub("", name)
    own = core != name and len(core) == _TWO and core not in DESCRIBES and page.word(core)  # 北斗製藥
    if len(name) < _LEAST or _NO_ONE.search(name) or (page.plain(name) and not own) or page.term(name) or last_role(name + "x"):
        return False
    if PARTICLES & set(name) or name[0] in LIGHT or name[-1] in "后前时中者人们权":
        return False
    return bool(CHAIN_END.search(name)) or not (is_person(page, name) or page.word(name))


_TWO = 2
_LEAST = 3  # characters of a firm's name


def _add(page: Page, found: Found, start: int, end: int) -> None:
    if found.kind(page.folded[start:end]) is None:
        found.add("company", zh=page.text[start:end])
