"""Chinese product names that a mark or a word beside them tells: 《霧城紀》上線, 「粵小館」佔41間, 旗下郵輪海曜號, 主力產品舟付通.

Run when the firms are known. Patterns are matched against folded text. Coinages stand in quotation marks too, so
that beside them something must be sold, opened or counted.
"""

from __future__ import annotations

import re

from kb import lazy
from kb.discovery.endings import CHAIN_END, HAN_CHAR
from kb.discovery.found import Found
from kb.discovery.page import PARTICLES, Page
from kb.text import fold

_WORK = lazy.compile(r"《([^《》\n]{2,14})》")
_PAPER = lazy.compile(r"(?:办法|条例|法|规定|规则|报告|公告|通知|意见|计划|方案|标准|指南|协议|合同|合约|备忘录|日报|时报|周刊|晚报|早报|新闻|杂志|白皮书|蓝皮书|声明|公约|宪法|招股书|说明书|清单|目录|指引|守则|守则|财经|经济|评论|观察|邮报|月刊|期刊|学报)$")
_WORK_LEFT = lazy.compile(r"(?:资料片|扩展包|小说|漫画|新片|新剧|新作|游戏|手游|新游|端游|页游|代表作|产品|续作|旗下的?|推出的?|发布的?|上线的?|自研的?|开发的?|制作的?|作品|的|ip|剧集?|电影|动画|影片|综艺|专辑|和|与|及|、|》)$")
_WORK_RIGHT = lazy.compile(r"(?:手游|端游)?(?:计划|拟|已|将|于|在|自|预计|上月|去年|今年|\d{1,2}月(?:\d{1,2}日)?|\d{4}年)?(?:以[\d.,]+[千百万亿]*[港美]?元成交|拍出|上线|首月|首周|首日|流水|销量|票房|注册|玩家|全球|系列|公测|定档|上映|播出|开播|占|贡献|收入|的?月活|卖出|售出|累计)")
_GAMES = lazy.compile(r"拍卖|秋拍|春拍|游戏|手游|流水|票房|影业|影视|剧集|动画|出版|玩家|唱片|专辑|演出")
_QUOTED = lazy.compile(r"[“「『]([^“”「」『』\n,。;:!?《》()]{2,10})[”」』]")
_SOLD = lazy.compile(
    r"(?:\([^()]{2,24}\))?(?:今年|去年|上[半月季]年?|截至[^,。]{2,8}|自\d[^,。]{1,10}|(?:[,于在]|已于)?(?:20\d\d年)(?:\d{1,2}月)?(?:\d{1,2}日)?(?:正式|首次)?)?(?:已|共|累计|目前|现)?(?:[单每][台件瓶套辆盒]|每[月年晚])?(?:卖了|收费|卖出|售出|售价|定价|销量|销售|推出|上市|上线|占\d|占收入|占营收|新开|开出|开了|有\d+[家间个万]|收入|贡献|用户|门店|展期|订价|发卡|月费|票价|获批|量产|入轨|首飞|服役|启用|付费|会员|(?:还|仍|正|尚)(?:处|停留)?在(?:于)?(?:[一二三1-3ⅠⅡⅢ]{1,3}期|早期|后期)?(?:临床|研发|测试|试产|开发|试验|内测|公测|打样|送样|审批)|将?以[\d.,]+万?元|由[^,。;]{2,18}(?:打造|研制|开发|研发|出品|制造))"
)
_KIND_OF_THING = lazy.compile(
    rf"{HAN_CHAR}(?:产品|面料|品牌|单品|系列|方案|套餐|计划|保单|会员卡|卡|店|餐厅|展|特展|车|船|机|药|剂|酒|茶|饮|奶|布|纱|料|机型|项目|乐园|专案|功能|平台|程式|程序|服务|第[一二三四五六七八九\d]代|模[组块]|电芯)$"
)
# 旗下還包括鍋物「赤玉鍋」、早午餐「晨間公園」及茶飲「一兩茶」
_OWNED_ROW = lazy.compile(rf"(?:旗下|品牌|产品线|自有品牌)(?:还|另|目前|现)?(?:包括|包含|涵盖|有|拥有|为)?(?P<row>{HAN_CHAR}{{0,5}}[“「『][^“”「」『』\n,。;:!?《》()]{{2,8}}[”」』](?:[、和与及]?{HAN_CHAR}{{0,5}}[“「『][^“”「」『』\n,。;:!?《》()]{{2,8}}[”」』])+)")
# 「珊瑚序曲」與「遠洋夢」兩艘船
_COUNTED_ROW = lazy.compile(r"(?P<row>[“「『][^“”「」『』\n,。;:!?《》()]{2,8}[”」』](?:[、和与及][“「『][^“”「」『』\n,。;:!?《》()]{2,8}[”」』])+)等?[两三四五六](?:[艘款部台辆架]|[个大](?:品牌|产品|系列|子品牌))")
_SHOP = lazy.compile(r"(?:[\u3400-\u9fff]店|化验所|[科院]中心|酒吧|餐厅|咖啡[店馆]|书店|茶[馆楼]|面馆|酒楼|食肆|饭[店馆]|旅馆|饼[店铺]|小吃店|杂货[店铺]|花店|诊所|工作坊)[“「『]([^“”「」『』\n,。;:!?《》()]{2,6})[”」』]")
_RARELY_ELSE = lazy.compile(rf"{HAN_CHAR}[药剂酒茶饮车船奶卡]$")  # 降血脂藥「脂樂清」
_VERSION = lazy.compile(r"[一二三四五六七八九十]{1,2}[号代]|\d{1,3}号?|(?:pro|max|ultra|plus|mini|air|lite|se)?\d{0,2}")
_NUMBERED = lazy.compile(rf"({HAN_CHAR}{{2,4}})[\d一二三四五六七八九十]{{1,3}}号")
_COINED = lazy.compile(r"(?:所谓|称为|称作|戏称|笑称|俗称|叫他|叫她|被称|号称|即|口号|理念|主张|概念|战略|模式|主义|评级|评等|维持|给予|予)的?$")
_NOT_SOLD = lazy.compile(r"[的了着吗呢吧是不没要会能我你他她们]|主义|模式|战略|概念|经济$")
_SHIP = lazy.compile(rf"(?:邮轮|货轮|渡轮|客轮|油轮|轮船|船舶|散装船|货柜船|集装箱船|科考船|飞船|卫星|列车|潜水器|旗舰|旗下(?:最[大新]的?)?(?!邮轮|货轮|客轮|渡轮|油轮)|新船|帆船|快船|巨轮)(?:是|为|名为)?[“「]?({HAN_CHAR}{{2,4}}[号轮])(?!称|角|廓)")
_MAIN_PRODUCT = lazy.compile(
    rf"(?:主力|主打|旗舰|核心|拳头|明星|招牌|首款|第一款|另一|新|王牌)(?:产品|单品|药物|游戏|车型|机型|品牌)(?:是|为|叫)?({HAN_CHAR}{{2,5}}?)(?=服务|覆盖|今年|去年|已|于|在|的|占|收入|销|累计|售|用户|上市|获批|贡献|[,、。(]|和|与|及|卖)"
)
_LEAST = 2
_ADVERBS = frozenset("更最很太较越又再不也还都只先已")


def marked(page: Page, found: Found) -> None:
    """Add works in their marks, what is sold in quotation marks, ships, and what is said to be a main product."""
    if _GAMES.search(page.folded):
        for match in _WORK.finditer(page.folded):
            near = _WORK_LEFT.search(page.folded, max(0, match.start() - 8), match.start()) or _WORK_RIGHT.match(page.folded, match.end())
            if near and not _PAPER.search(match[1]):
                found.add("product", zh=page.text[slice(*match.span(1))], aliases=(page.text[slice(*match.span())],))
    firms = {fold(n) for d in found.drafts() if d.kind == "company" for n in d.names() if len(n) >= _LEAST}
    made = {fold(n) for d in found.drafts() if d.kind == "product" for n in d.names() if len(n) >= _LEAST}
    for match in _QUOTED.finditer(page.folded):
        if not found.kind(match[1]) and _is_sold(page, match[1], match.start(), match.end(), firms, made):
            found.add("product", zh=page.text[slice(*match.span(1))])
    _in_rows(page, found)
    _shops(page, found)
    for pattern in (_SHIP, _MAIN_PRODUCT):
        for match in pattern.finditer(page.folded):
            if not _everyday(page, match[1]) and not found.kind(match[1]):
                found.add("product", zh=page.text[slice(*match.span(1))])


def _in_rows(page: Page, found: Found) -> None:
    """Add what stands in a row of names in quotation marks that a firm owns or that are counted together."""
    for match in (*_OWNED_ROW.finditer(page.folded), *_COUNTED_ROW.finditer(page.folded)):
        for quote in _QUOTED.finditer(page.folded, *match.span("row")):
            if not found.kind(quote[1]) and not _NOT_SOLD.search(quote[1]) and not page.term(quote[1]):
                found.add("product", zh=page.text[slice(*quote.span(1))])


def _shops(page: Page, found: Found) -> None:
    """Add the shops whose kind stands before their quoted name: 咖啡店「半畝塘」."""
    for match in _SHOP.finditer(page.folded):
        often = page.folded.count(match[1]) > _LEAST
        if not found.kind(match[1]) and not page.term(match[1]) and (often or not _everyday(page, match[1])):
            found.add("company", zh=page.text[slice(*match.span(1))])


def _is_sold(page: Page, name: str, start: int, end: int, firms: set[str], made: set[str]) -> bool:
    """Whether a name in quotation marks is of something that a firm sells, runs or shows."""
    before = page.folded[max(0, start - 8) : start]
    if any(name.startswith(f) and _VERSION.fullmatch(name[len(f) :]) for f in firms | made):
        return True  # “云枢一号”, “石螺Pro”
    sold = _SOLD.match(page.folded, end)
    both = sold and (len(name) > _LEAST or len(re.findall(f"[“「『]{re.escape(name)}[”」』]", page.folded)) >= _LEAST) and _KIND_OF_THING.search(before) and not (page.term(name) or page.word(name))  # 品牌“老灶台”门店减至
    if (_everyday(page, name.rstrip("0123456789")) and not both) or _NOT_SOLD.search(name) or CHAIN_END.search(name) or name.isascii():
        return False
    if _COINED.search(before):
        return False
    if (own := _NUMBERED.fullmatch(name)) and not page.word(own[1]) and not page.term(own[1]):
        return True  # 抗旱玉米「赤原2號」
    if any(name.startswith(f) and len(name) > len(f) for f in firms):
        return True  # “橙壳Pro”, of 橙壳
    if not page.plain(name) and _RARELY_ELSE.search(before):
        return True
    return bool(sold) or (bool(_KIND_OF_THING.search(before)) and page.folded.count(name) >= _LEAST)


def _everyday(page: Page, name: str) -> bool:
    return page.plain(name) or page.term(name) or page.word(name) or name[:1] in PARTICLES or name[:1] in _ADVERBS or name[-1:] in PARTICLES
