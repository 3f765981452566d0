"""What a text tells of as a kind of thing or as a part of a business, so that it is nobody's name: 塔筒, 海缆系统, 货邮.

A kind of thing is counted, has a price and an industry; a part of a business is what a firm completes or earns
with. Patterns are matched against folded text.
"""

from __future__ import annotations

from kb import lazy
from kb.discovery.endings import CHAIN_END
from kb.discovery.found import Found
from kb.discovery.page import Page, han

_COUNTED = lazy.compile(r"(?:[第一二两三四五六七八九十百千万亿数多几每半\d](?:座|条|台|套|吨|艘|片|颗|枚|款|类|种|批|件|组|支|辆|架|根|块|粒|项)|[陆海岸]上|进口|国产|出口|废旧?|各类|各种)$")
_KIND_NEXT = lazy.compile(r"价格|均价|单价|批价|现货|行业|产业(?!园|基地|集团)|市场(?!部|总监|份额|占|人士|研究)|赛道|企业|厂商|制造商|生产商|行情|品类|吞吐|进出口|生产线|产线|渗透率|装机|龙头|巨头|大王|大厂")
_MEASURE = lazy.compile(r"(?:业务|产品|板块|分部|系列|系统|材料|设备|装备)?(?:的)?(?:(?:营业?|销售|总)?收入|营收|销量|销售额?|产量|出货|毛利|吞吐|处理量|运量|运输量|周转量|均价|交付|订单|产能|市占|需求)")
_DOES = lazy.compile(r"(?:完成|实现|(?:^|[,。;:\n])(?:其中,?)?(?:公司|集团|其|本[行公]司?|该公司)|[年度季月期]公司)$")
_PERIOD = lazy.compile(r"(?:20\d\d年|[去今]年)?(?:前[三3]季度?|第?[一二三四1-4]季度?|[上下]半年|全年|上季|上?月|\d{1,2}月)?$")
_HANDLED = lazy.compile(r"(?:加工|进口|出口|采购|种植|养殖|生产|销售|运输|回收|消耗|使用|储存|存储|[年月日]产|发货)$")  # 加工鲜果2万吨
_AMOUNT = lazy.compile(r"(?:约|近|超|逾|达)?\d")
_IS_A_THING = lazy.compile(r"(?:被视)?[是为][^,。;]{0,16}(?:部件|环节|材料|产品|设备|零件|路线|技术|工艺|原料|药物|资产|指标|赛道|业务)")
# 分业务看,海缆系统收入38.5亿元: what follows are parts of one business.
_BY_PARTS = lazy.compile(r"[分按](?:业务|产品|品类|部门|地区|区域|技术路线|类型|板块|行业|终端|用途)|(?:业务|产品|品类|地区)(?:方面|来看|划分|结构)|分部")
_ITEM = lazy.compile(r"[\u3400-\u9fff]{2,6}?(?=[、和与及,。;是为等都均分])")
_SIDES = "、和与及"
_LEFT = 12  # characters
_LONGEST, _SHORTEST = 8, 2  # characters of a firm's name


def is_kind(page: Page, name: str, ended: bool = False) -> bool:
    """Whether a folded name is told of as a kind of thing somewhere: 第三座海缆工厂, 塔筒价格战; `ended`: a firm's ending follows it."""
    places = [(at, at + len(name)) for at in page.places(name)]
    return any(_kind_at(page, *p) for p in places) or (not ended and any(_beside_a_word(page, *p) for p in places))


def _kind_at(page: Page, start: int, end: int) -> bool:
    if _COUNTED.search(page.folded, max(0, start - 4), start) or _KIND_NEXT.match(page.folded, end) or _IS_A_THING.match(page.folded, end):
        return True
    handled = _HANDLED.search(page.folded, max(0, start - 2), start) and _AMOUNT.match(page.folded, end)
    return bool(handled)


def _beside_a_word(page: Page, start: int, end: int) -> bool:
    """Whether a list has it beside an everyday word: firms stand with firms."""
    if page.folded[start - 1 : start] not in tuple(_SIDES) and page.folded[end : end + 1] != "、":
        return False
    before = page.run(start - 1, 6) if page.folded[start - 1 : start] == "、" else ""
    before = "" if page.folded[start - 2 - len(before) : start - 1 - len(before)].isdigit() else before  # …87.2亿元、半日咖61.5亿元
    goes_on = page.folded[end : end + 1] == "、" or (before and page.folded[end : end + 1] in tuple(_SIDES))
    after = _ITEM.match(page.folded, end + 1) if goes_on else None
    return any(len(n) > 1 and page.plain(n) and not page.term(n) and not CHAIN_END.search(n) for n in (before, after[0] if after else ""))


def is_part(page: Page, found: Found, name: str) -> bool:
    """Whether a folded name stands where what a firm completes or earns with does: 公司海缆系统收入, 岭岳重装前三季度塔筒销量."""
    return any(_MEASURE.match(page.folded, at + len(name)) and (_is_of(page, found, at) or _one_of_parts(page, at)) for at in page.places(name))


def _one_of_parts(page: Page, at: int) -> bool:
    begins = max(page.folded.rfind(mark, 0, at) for mark in "。!?\n") + 1
    return bool(_BY_PARTS.search(page.folded, begins, at))


def _is_of(page: Page, found: Found, at: int) -> bool:
    left = page.folded[max(0, at - _LEFT) : at]
    if _DOES.search(left):
        return True
    period = _PERIOD.search(left)
    left = left[: period.start()] if period else left
    return bool(left) and han(left[-1]) and any(found.kind(left[-n:]) == "company" for n in range(_SHORTEST, min(_LONGEST, len(left)) + 1))
