"""Whether a figure can be what it seems to be: not a part's, a market's, several companies' or one by the share."""

from __future__ import annotations

import re
from decimal import Decimal

from kb import aggregates, aspects, lazy, partfigures
from kb.dating import COUNTED
from kb.figuremeasures import BY_SHARE_BEHIND, FigureMeasures
from kb.measuring import Found
from kb.model import Fact, Quantity
from kb.supposed import of_an_extra, of_some, of_works, supposed
from kb.units import is_change, is_money

_PRICED = lazy.compile(r"(?:[售定票标]价|月费|年费|月租)(?:为|约|达|仅|是|只要|低至)*$")
_NEAR_BEHIND = 8  # characters in which the name of what has a price stands behind it
_PART_OF = lazy.compile(r"\s?的(?!增|成长|涨|降|跌|减|同比|速|幅|净|营|收|预|溢|亏|目标|指引|水平|水准|规模|区间|高[点位]|低[点位]|计划)")
# What the law allows: 最高可處1000萬元罰款.
_BY_LAW = lazy.compile(r"(?:最高|最多|上限)?可(?:被)?(?:处|罚|判|科)|\b(?:could|may|might|can) (?:be fined|face|be ordered)|\bmaximum (?:fine|penalty)")
_FINED_IN_ALL = lazy.compile(r"^[^;]*(?:合计|总计|一共|总共|共)(?:被)?罚没")
_FINED = lazy.compile(r"(?:^|[,;。:、])(?:(?P<part>其[㐀-鿿]{1,8}?(?:营业部|分行|支行|分公司|分部|子公司|门店|工厂))|(?P<who>[㐀-鿿]{2,4}?))(?:则|也|亦|另|因[^,;。]{1,20}?(?:,(?=[被遭]))?)?[被遭](?:[^,;。\d]{0,6})?罚")
_THE_FIRM = lazy.compile(r"(?:该|这家|本|其)?(?:公司|集团|行|银行|券商|企业|机构|厂|店|平台|[他她它])?(?:因此|其后|随后|后来|此前|先前|曾经?|两度|再度|合计|累计|另外|同时|最终|上月|本月|日前|近日|共)?")
_ON_AVERAGE = lazy.compile(r"平均|\baverage\b")
# 走訪37家客戶, 對兩家客戶的應收帳款, 5家客戶更換供應商: some of them, not all.
_CALLED_ON = lazy.compile(r"(?:走访|拜访|抽查|核查|访谈|约谈|另?对)(?:了|约|近|逾|超过)*\s?$")
_LEAVE = lazy.compile(r"(?:已|先后|陆续)?(?:更换|流失|离开|终止|解约|退出|撤单|取消|转投)|的应收")
_SHARE = lazy.compile(
    r"(?<![应侵独])占(?![据地]|大头|多数|主导|优势)|(?<!\w)(?:account\w* for|(?:a |the )?share of|contribut\w*|made up|represent\w* (?=\d))"
)
# What did not come about: "the fine would otherwise have been £60.9 million".
_NEVER_WAS = lazy.compile(r"\bwould (?:otherwise )?have (?:been|reached|cost|come|totall?ed)\b|本(?:应|该|来会)|原本(?:应|会)|\bbut for\b")
_COUNTED_PEOPLE = frozenset(("customers", "users", "employees"))
_SOME = lazy.compile(r"[\s,;\"“「]*(?:另外?|其中|当中|此外|有|至少|约|共|的)*")
_ACTS = lazy.compile(r"(?:曾|已|亦|也|均|都|被|遭|在|因)*(?:申报|投诉|反映|表示|声称|自称|收到|遭|涉|参与|受影响|要求|起诉|指控|举报|抱怨|受骗|受害|受伤|被)|\s(?:said|complained|reported|claimed|sued|were|received|declared|alleged|lost)\b")
_ALL_OF_THEM = lazy.compile(r"(?:共|有|仅|只|雇|聘|拥|达|约|为|目前|团队|全员)[^,;。\d]{0,4}$")
_DEALT_WITH = lazy.compile(r"(?:[替帮代]|涉及|影响)(?:了|约|近|逾|超过)?$")
_WHO_SERVE = lazy.compile(r"经理|专员|代表|主任|服务(?:人员|代表)")  # 增聘150名客戶經理
_SERVES = lazy.compile(r"(?:供应|供给|供货|服务|支援|支持|满足|辐射|配送)(?:给|至|到|了)?[^,;。\d]{0,8}$|\b(?:serv(?:e|es|ing)|suppl(?:y|ies|ying)|enough for)\b[^,;.\d]{0,16}$")
_LOST_THING = lazy.compile(r"\b(?:for|of|in|on|and|from) lost $")
_EARNED_BY = lazy.compile(r"(?:客户|个人|家庭|居民|申报|申请人|业主|租户|买家|骑手|司机|农户)(?:申报|报称|自称)?的?(?:年|月|平均)?$")
# "a richer mix of service contracts, which brought in $352 million": a part's, and no more of the company's.
_EARNED_BY_A_PART = lazy.compile(r"\b(?:contracts?|services?|businesse?s?|units?|divisions?|segments?|products?|lines?|tools|subscriptions?|licen[cs]es|brands?|stores|shops|advertising|customers) ?, (?:which|that) (?:alone |together |now |also |has |have )?$")
_TRADED = lazy.compile(r"[减增]持|转让|质押|卖出|买入|抛售|出售|解禁|回购|\b(?:sold|sells?|selling|pledged|bought)\b")
_HELD_AFTER = lazy.compile(r"后[^,;。]{0,6}(?:持股|持有)|持股比例|合计持|仍持|\b(?:holds?|owns?|held|remaining|leaving|to hold)\b")
_EARLIER_ROUND = lazy.compile(r"曾(?!为)|此前|先前|\bpreviously\b|\bhad earlier\b")  # a round before the one that is told of
# What may stand between who holds a share and the word for it, or instead of a name.
_PAID_AT_MOST = lazy.compile(r"(?:回购|购回|增持|减持)[^。;]*最[高低]成?交?价?(?:格)?$")
_LIMIT = lazy.compile(r"[上下]限")
# 國內臨床質譜份額17%,僅次於甲: a share with a rank is somebody's, and not the market's.
_ITS_SHARE = lazy.compile(r"(?:份额|市占率?|占有率)[为约达近超是]*\s?$")
_ITS_RANK = lazy.compile(r",?(?:仅?次于|位居|位列|名列|高居|稳居|居于|排名?|排在|排行)(?:[^,;。\d]{0,8}第[一二三四五六七八九十\d]|[^,;。\d]{0,8}首位|[\u3400-\u9fffa-z])")
_HOLDERS_WORDS = lazy.compile(r"目前|现时|现今|现在|直接|间接|合计|共同|仍然?|公司|集团|其|则|约|共|并|而|个人|最终|依然|上市[前后]|发行[前后]|[减增]持(?:完成)?后?|转让后?|完成后|交易后|本次|该行|他|她|夫妇|夫妻|[的在于,:、(]|分别|依[次序]|各")
_HOLDING = lazy.compile(r"(?:持股|持有|占股)[约近逾超]?$")
_WHO_HOLDS = lazy.compile(r"(?:[\u3400-\u9fff]{0,10}(?:投资[者方人]|股东|创投|机构|基金|集团|公司|创办人|创始人|董事长|主席|总裁))?")
_MARKET_PRICE = lazy.compile(r"合约价|现货价|运价|批发价|\b(?:contract|spot|freight) (?:prices?|rates?)\b")
_COMPARED = lazy.compile(r"[比较](?:上年|去年|前一年|上季|上月)")
_PER_SHARE = lazy.compile(r"每\s?(?:10|十)?\s?股[^,;。0-9]{0,12}$|per (?:diluted |basic |ordinary )?share|per ads")
_OF_A_UNIT = frozenset(  # a subsidiary that is named has its own
    "new-business-value premium-income first-year-premium gross-merchandise-value recurring-revenue contract-sales revpar occupancy same-store-sales new-orders backlog orders".split()
)
_OF_A_WHOLE = partfigures.WHOLE | COUNTED | {"stores", "employees"} | _OF_A_UNIT
_SOLD = frozenset("sales-volume gross-billings-game box-office downloads users orders".split())
_TIMES = frozenset(("天", "日", "周", "週", "年", "月", "個月", "个月", "小時", "小时", "day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours"))
_FIRST_DAYS = lazy.compile(r"首[日周月季]|前[两三四五六七十\d]+(?:[天日周]|个?小时|个月)|(?<![\d年月-])[两三四五六七十\d]+(?:天|小时|周)(?=内|突破|破|达|卖|售)")
_OF_ALL_STAFF = lazy.compile(r"\bof (?:its|the|their|a total of) (?:total |about |roughly |nearly |some |more than )?$")
_OVER_YEARS = lazy.compile(r"任内|任期内|在位|掌舵|[\d两三四五六七八九十]年(?:间|来(?!首|最|新|第|唯|未|仅|少|罕|低|高)|里)")
_PRICED_BY_SHARE = frozenset(
    "eps dividend issue-price share-price target-price acquisition-price net-assets buyback".split()
)
LEAST = Decimal(1000)  # no company's revenue or profit is smaller than this, in any currency


class FigureSense(FigureMeasures):
    """Leaves out figures of one sentence that only look like a company's."""

    def _sensible(self, found: Found, aspect: str, quantity: Quantity, near: str, previous: Fact | None) -> bool:
        """Whether a figure can be what it seems to be."""
        known = self.names.measures[found.id]
        value = aspect == "value"
        part = self.folded[self._part(quantity.start) : quantity.start]
        if found.id == "shareholding" and _TRADED.search(part) and not _HELD_AFTER.search(part):
            return False  # 減持1,200萬股,佔總股本1.2%: what was sold, not what is held
        if found.id == "shareholding" and found.start > 0 and self._held_by_another(found):
            return False
        if self._of_others(found, quantity, near, value) or self._of_none_of_them(found, quantity):
            return False
        if found.id == "milestone-payments" and sum(m.id == found.id for m in self.measures) > 1:
            return False  # 最高4.2億美元的開發里程碑、8.6億美元的銷售里程碑: neither is all of them
        if found.id == "funding-amount" and _EARLIER_ROUND.search(self.folded, self._clause(quantity.start)[0], quantity.start) and self._plain_round(quantity):
            return False
        in_days = found.id in _SOLD and quantity.unit in _TIMES  # 上市四天銷量突破100萬套
        if in_days or aspect == "none" or _NEVER_WAS.search(near) or (
            value
            and (not self.measuring.fits(found.id, quantity.unit) or (known.unit == "percent" and quantity.unit != "%"))
        ):
            return False
        if not value and known.unit == "times" and quantity.unit == "x":
            return False  # net debt rises from 2.4 to 2.6 times
        if not value and not (known.change or known.unit in ("percent", "any", "times") or found.start < 0):
            return False
        if aspect.startswith(("narrowing", "widening")) and found.id not in self.roles.profits:
            return False
        if (
            found.weak
            and not value
            and not (previous and previous.measure == found.id)
            and is_change(quantity.unit)
            and found.id not in ("revenue", "net-profit")
        ):
            return False
        if (
            value
            and is_money(quantity.unit)
            and (
                _SHARE.search(near)
                or (_COMPARED.search(near) and not aspects.PRIOR.search(near) and not re.search(r"的\s*$", near))
            )
        ):
            return False
        if found.id == "revenue-share" and not any(
            s.kind == "entity" and 0 <= found.start - s.end <= 6 and self.names.entities[s.ids[0]].kind != "place" for s in self.text.spans
        ):
            return False  # a share of what is not named says nothing
        return self._in_size(found.id, aspect, quantity, near)

    def _of_others(self, found: Found, quantity: Quantity, near: str, value: bool) -> bool:
        """Whether a figure is that of some people, of shops that are served, or of what the law allows: none of the company's own."""
        if (found.id in partfigures.WHOLE and self._over_years(quantity)) or (found.id in _SOLD and self._of_first_days(quantity)):
            return True
        if found.id == "layoffs" and _OF_ALL_STAFF.search(self.folded, 0, quantity.start):
            return True  # it will cut 240 of its 2,900 jobs
        if found.id == "penalty" and (_BY_LAW.search(self.folded, self._part(quantity.start), quantity.start) or self._fined_another(quantity)):
            return True
        if found.id == "share-price" and _PAID_AT_MOST.search(self.folded, 0, found.end if found.start >= 0 else quantity.start):
            return True  # 最高成交價14.9元, of a buyback
        if found.id == "buyback" and _LIMIT.search(near):
            return True
        if found.id == "age" and _ON_AVERAGE.search(self.folded, self._clause(quantity.start)[0], quantity.start):
            return True  # 104 aircraft with an average age of 8.1 years
        if found.id == "customers" and value and (_CALLED_ON.search(near) or _LEAVE.match(self.folded, max(found.end, quantity.end))):
            return True
        if found.id == "revenue" and found.start > 0 and _EARNED_BY.search(self.folded, max(0, found.start - 16), found.start):
            return True
        if found.id == "revenue" and _EARNED_BY_A_PART.search(self.folded, max(0, found.start - 60), found.start):
            return True
        if found.id == "net-profit" and _LOST_THING.search(self.folded, max(0, found.start - 8), found.end + 1):
            return True  # $18 million for lost stock
        if found.id == "customers" and _WHO_SERVE.match(self.folded, found.end):
            return True
        if not value:
            return False
        return (found.id in _COUNTED_PEOPLE and self._acting(found, quantity)) or (found.id == "stores" and bool(_SERVES.search(near)))

    def _of_none_of_them(self, found: Found, quantity: Quantity) -> bool:
        """Whether a figure is of some of those counted, of one works alone, or of what goes with a thing."""
        some = of_some(self.folded, found.id, quantity.start, quantity.end, self._part(quantity.start))
        extra = of_an_extra(self.folded, found.id, self.folded.rfind(",", 0, quantity.start) + 1, quantity.start)
        return some or extra or of_works(self.folded, found.id, quantity.start)

    def _fined_another(self, quantity: Quantity) -> bool:
        """Whether a word that is no name known stands where who was fined stands: 江牧被罰款180萬元; or an office of the firm's, 其台州營業部被罰."""
        following = self.folded[quantity.end :].split("。")[0]
        if _FINED_IN_ALL.search(following):
            return True  # 沒收2,830萬元,並處罰款8,490萬元,合計罰沒1.132億元: a part of it
        begin = max(self._part(quantity.start), self._begin_of(quantity))
        told = _FINED.search(self.plain[begin : quantity.start])
        if told is None or told["part"]:
            return told is not None
        start, end = (begin + n for n in told.span("who"))
        return not _THE_FIRM.fullmatch(told["who"]) and not any(s.kind == "entity" and s.start < end and start < s.end for s in self.text.spans)

    def _over_years(self, quantity: Quantity) -> bool:
        """Whether a figure is told of somebody's time in office, of no year: 13年間把年營收從38億元做到186.4億元."""
        told = _OVER_YEARS.search(self.folded, self._part(quantity.start), quantity.start)
        return told is not None and not any(told.end() <= p.start < quantity.end for p in self.usable)

    def _of_first_days(self, quantity: Quantity) -> bool:
        """Whether one sentence counts some first days and then more of them: 前三天賣出180萬份,首周達310萬份."""
        told = list(_FIRST_DAYS.finditer(self.folded, self._part(quantity.start)))
        near = self.folded.rfind(",", 0, quantity.start) + 1
        alike = sum(q.unit == quantity.unit and q.start >= self._part(quantity.start) for q in self.text.quantities)
        return alike > 1 and len({m.group() for m in told}) > 1 and any(near <= m.start() < quantity.start for m in told)

    def _acting(self, found: Found, quantity: Quantity) -> bool:
        """Whether those counted do something in a clause of their own: 另外,38名客戶申報的收入不足…: some of them, not all."""
        if found.start < quantity.end:
            return False
        begin = self._clause(quantity.start)[0]
        few = re.fullmatch(r"[两二三四五六七八九十\d]{1,2}[名位个]", quantity.raw) and not _ALL_OF_THEM.search(self.folded, begin, quantity.start)
        if few or _DEALT_WITH.search(self.folded, begin, quantity.start):
            return True  # 營業部三名員工私下替12名客戶操作帳戶
        return bool(_SOME.fullmatch(self.folded, begin, quantity.start)) and bool(_ACTS.match(self.folded, found.end))

    def _held_by_another(self, found: Found) -> bool:
        """Whether a word that is no name known stands where the holder of a share stands: 沈家持股31.5%."""
        begin = max(self._clause(found.start)[0], max((q.end for q in self.text.quantities if q.end <= found.start), default=0))
        words = _HOLDERS_WORDS.sub("", self.plain[begin : found.start])
        named = any(s.kind == "entity" and begin <= s.start < found.start for s in self.text.spans)
        return not named and bool(re.search(r"[㐀-鿿]{2,}$", words))

    def _plain_round(self, quantity: Quantity) -> bool:
        """Whether no round is named where a sum that was raised is told."""
        start, end = self._clause(quantity.start)
        return not re.search(r"[a-h]\d?\+{0,2}轮|天使轮|种子轮|series [a-h]|seed", self.folded[start:end])

    def _in_size(self, measure: str, aspect: str, quantity: Quantity, near: str) -> bool:
        """Money by the share is no revenue; a company's revenue is more than a handful."""
        if not is_money(quantity.unit):
            return True
        behind = self.folded[quantity.end : quantity.end + 18]
        by_share = _PER_SHARE.search(near) or BY_SHARE_BEHIND.match(behind)
        if by_share:
            return measure in _PRICED_BY_SHARE
        size = max((abs(x) for x in (quantity.lo, quantity.hi) if x is not None), default=Decimal(0))
        return measure not in partfigures.WHOLE or measure == "eps" or size >= LEAST

    def _supposed(self, clause: int, quantity: Quantity) -> bool:
        """Whether a figure is what would be, and did not come about: a condition, what follows from one, or what each per cent would change."""
        return supposed(self.folded, clause, self._part(quantity.start), quantity.start)

    def _of_nobody(self, near: str, quantity: Quantity) -> bool:
        """Whether words before a figure give it to a market or to several; 同業昇茂2025年營收 is that of who is named."""
        near = self.unnamed[quantity.start - len(near) : quantity.start]  # 江南產業基金 is no industry
        near = aggregates.RANKED_AMONG.sub(lambda m: " " * len(m.group()), near)
        told = aggregates.NOBODY.search(near)
        if told is None or not aggregates.PEER.fullmatch(told.group()):
            return told is not None
        at = quantity.start - len(near) + told.end()
        named = any(s.kind == "entity" and at <= s.start <= at + 2 for s in self.text.spans)
        return not named or bool(aggregates.NOBODY.search(near, told.end()))

    def _of_a_market(self, begin: int, quantity: Quantity) -> bool:
        named = any(
            s.kind == "entity" and begin <= s.start < quantity.start and self.names.entities[s.ids[0]].kind != "place"
            for s in self.text.spans
        )
        ranked = _ITS_SHARE.search(self.plain, begin, quantity.start) and _ITS_RANK.match(self.plain, quantity.end)
        return not named and not ranked and aggregates.is_market(self.plain[begin : quantity.start])

    def _part_of(self, quantity: Quantity) -> bool:
        """約9%的料號 is a part of something; 60%的算力利用率 is a figure."""
        if not _PART_OF.match(self.folded[quantity.end : quantity.end + 4]):
            return False
        if _PRICED.search(self.folded, 0, quantity.start) and not any(s.kind == "entity" and 0 < s.start - quantity.end < _NEAR_BEHIND for s in self.text.spans):
            return False  # 這款起售價10.98萬元的轎車
        if quantity.unit == "%" and self._holder_behind(quantity) is not None:
            return False
        if is_money(quantity.unit) and self.measuring.payment_behind(self.folded, self.measures, quantity):
            return False
        return not (quantity.unit == "%" and self.measuring.ratio_behind(self.folded, self.measures, quantity))

    def _holder_behind(self, quantity: Quantity) -> str | None:
        """Who holds the share that stands before a name: 持有14.2%的甲創投, 持股5.2%的基石投資者甲."""
        if not (_HOLDING.search(self.folded, 0, quantity.start) and self.folded.startswith("的", quantity.end)):
            return None
        behind = [s for s in self.text.spans if s.kind == "entity" and not s.weak and quantity.end < s.start]
        named = behind[0] if behind else None
        told = named is not None and len(named.ids) == 1 and _WHO_HOLDS.fullmatch(self.folded, quantity.end + 1, named.start)
        return named.ids[0] if named and told and self.names.entities[named.ids[0]].kind in ("company", "person", "institution") else None

    def _in_a_part(self, found: Found, quantity: Quantity, subject: str) -> bool:
        """Whether a figure that its company as a whole could have is that of a part which was just spoken of."""
        if self.names.entities[subject].kind != "company":
            return False
        if found.id in ("price", "price-change") and _MARKET_PRICE.search(self.folded, self._part(quantity.start), quantity.start):
            return True  # what a market pays
        if found.id not in _OF_A_WHOLE or (found.id in _OF_A_UNIT and any(subject in s.ids and self._part(quantity.start) <= s.start < quantity.start for s in self.text.spans)):
            return False
        if found.id not in partfigures.WHOLE and partfigures.in_a_place(self.folded, quantity.end, self.text.spans, self.names.entities):
            return True
        if partfigures.is_breakdown(self.folded[self._sentence(quantity.start) : quantity.start]):
            return True
        went_on = self.folded[self.part : quantity.start] if self.part else ";"
        return found.id in partfigures.MARGINS and not re.search("[;。]", went_on) and not partfigures.is_whole(went_on)

    def _or_led_to(self, quantity: Quantity, previous: Fact | None) -> bool:
        """Whether 增加0.6億元至2.9億元 may say where it led, and not by how much: told of no outlook, far apart."""
        if "至" not in quantity.raw or not is_money(quantity.unit) or (previous and previous.aspect == "value"):
            return False
        far = quantity.lo is not None and quantity.hi is not None and quantity.hi >= 2 * quantity.lo
        return far and not aspects.FORECAST.search(self.folded[: quantity.start])
