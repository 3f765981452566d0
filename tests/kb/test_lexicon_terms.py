"""The terms of measures and concepts: complete, known units, and every term said of one thing only."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from opencc import OpenCC

import kb.lexicon
from kb.text import fold, stem, words

HERE = Path(kb.lexicon.__file__).parent
UNITS = {
    "money", "percent", "count", "times", "duration", "date", "length", "weight", "energy", "power", "data",
    "rate", "temperature", "any",
}  # fmt: skip
KINDS = {"company", "person", "product", "institution", "place", "industry"}
CLASSES = {"role", "relation", ""}
TERM_KEYS = ("hant", "en", "weak_hant", "weak_en")
# Folded terms that may belong to several entries, because they truly mean several things.
SHARED: frozenset[str] = frozenset(
    {
        "reserv",  # of a central bank, and of ore
        "cost",  # what a thing costs to buy, and to make
        "支援", "调查", "厂商", "领投", "领投方", "lead investor", "lead the round", "跟投", "跟投方", "做过", "任命为",
        "升任", "partner",
    }
)  # fmt: skip
T2S = OpenCC("t2s")


@cache
def rows(kind: str) -> list[dict[str, Any]]:
    """All tables of a kind in the folder, as the program reads them."""
    found: list[dict[str, Any]] = []
    for path in sorted(HERE.glob("*.toml")):
        found += tomllib.loads(path.read_text(encoding="utf-8")).get(kind, [])
    return found


def terms(row: dict[str, Any]) -> list[str]:
    return [term for key in TERM_KEYS for term in row.get(key, [])]


def key(term: str) -> str:
    """A term as the program meets it: folded, Simplified, English words without their endings."""
    folded = T2S.convert(fold(term)).strip()
    return " ".join(stem(word) for _, _, word in words(folded)) if folded.isascii() else folded


def owners(entries: Iterable[dict[str, Any]]) -> dict[str, set[str]]:
    found = defaultdict(set)
    for row in entries:
        for term in terms(row):
            found[key(term)].add(row["id"])
    return found


def find(kind: str, ident: str) -> dict[str, Any]:
    return next(row for row in rows(kind) if row["id"] == ident)


def test_there_are_enough_of_them() -> None:
    assert len(rows("measure")) >= 350
    assert len(rows("concept")) >= 1500
    assert sum(row.get("class") == "role" for row in rows("concept")) >= 50


@pytest.mark.parametrize("kind", ["measure", "concept"])
def test_ids_are_unique(kind: str) -> None:
    ids = [row["id"] for row in rows(kind)]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("kind", ["measure", "concept"])
def test_every_entry_has_terms_in_both_languages(kind: str) -> None:
    bad = [row["id"] for row in rows(kind) if not row.get("hant") or not row.get("en")]
    assert bad == []


@pytest.mark.parametrize("kind", ["measure", "concept"])
def test_terms_are_trimmed_and_said_once(kind: str) -> None:
    bad = [
        (row["id"], term)
        for row in rows(kind)
        for term in terms(row)
        if not term or term != term.strip() or [fold(t) for t in terms(row)].count(fold(term)) > 1
    ]
    assert bad == []


@pytest.mark.parametrize("kind", ["measure", "concept"])
def test_languages_are_in_their_own_list(kind: str) -> None:
    bad = [
        (row["id"], term)
        for row in rows(kind)
        for name in TERM_KEYS
        for term in row.get(name, [])
        if ("en" in name) and any("\u3400" <= char <= "\u9fff" for char in term)
    ]
    assert bad == []


def test_no_chinese_term_is_a_single_character_unless_weak() -> None:
    """One character occurs inside too many unrelated words."""
    bad = [
        (row["id"], term) for row in (*rows("measure"), *rows("concept")) for term in row["hant"] if len(term) < 2
    ]
    assert bad == []


def test_a_term_belongs_to_one_measure() -> None:
    twice = {term: sorted(ids) for term, ids in owners(rows("measure")).items() if len(ids) > 1}
    assert {term: ids for term, ids in twice.items() if term not in SHARED} == {}


def test_a_term_belongs_to_few_concepts() -> None:
    """簽下 is signing and winning an order; what means four things says nothing about any of them."""
    many = {term: sorted(ids) for term, ids in owners(rows("concept")).items() if len(ids) > 3}
    assert many == {}


def test_no_concept_is_hidden_by_a_measure() -> None:
    """A measure wins over a concept of the same words, so a concept's term must not be a measure's too.

    A weak measure term may: 門店 is a count beside a number, and a place otherwise.
    """
    strong = [{k: v for k, v in row.items() if not k.startswith("weak")} for row in rows("measure")]
    measures = owners(strong)
    hidden = {t: (sorted(ids), sorted(measures[t])) for t, ids in owners(rows("concept")).items() if t in measures}
    assert hidden == {}


def test_measures_have_a_known_unit_and_kinds() -> None:
    bad = [
        row["id"]
        for row in rows("measure")
        if row.get("unit") not in UNITS or not row.get("kinds") or not set(row["kinds"]) <= KINDS
    ]
    assert bad == []


def test_fields_are_known() -> None:
    known = {
        "measure": {"id", *TERM_KEYS, "unit", "kinds", "broader", "change"},
        "concept": {"id", "hant", "en", "class"},
    }
    bad = [(row["id"], set(row) - known[kind]) for kind in known for row in rows(kind) if set(row) - known[kind]]
    assert bad == []
    assert {row.get("class", "") for row in rows("concept")} == CLASSES


def test_broader_names_another_measure_of_the_same_unit() -> None:
    bad = [
        row["id"]
        for row in rows("measure")
        if "broader" in row
        and (row["broader"] == row["id"] or find("measure", row["broader"])["unit"] != row["unit"])
    ]
    assert bad == []


@pytest.mark.parametrize(
    ("term", "ident"),
    [
        ("營業總收入", "revenue"),
        ("营收", "revenue"),
        ("turnover", "revenue"),
        ("歸屬於上市公司股東的淨利潤", "net-profit-attributable"),
        ("归母净利润", "net-profit-attributable"),
        ("扣非净利润", "net-profit-excl-nonrecurring"),
        ("扣除非經常性損益後的淨利潤", "net-profit-excl-nonrecurring"),
        ("歸屬於母公司所有者的扣除非經常性損益的淨利潤", "net-profit-excl-nonrecurring"),
        ("归母净利润（扣除非经常性损益）", "net-profit-excl-nonrecurring"),
        ("不良率", "non-performing-loan-ratio"),
        ("净息差", "net-interest-margin"),
        ("显存", "memory-capacity"),
        ("MFU", "compute-utilization"),
        ("制程", "process-node"),
        ("工龄", "years-of-service"),
        ("交付量", "deliveries"),
        ("證券程式碼", "ticker"),
        ("values the company", "valuation"),
        ("employs", "employees"),
        ("未完成訂單", "backlog"),
        ("orders on hand", "backlog"),
        ("新簽訂單", "new-orders"),
        ("每10股派", "dividend"),
        ("中期息", "dividend"),
        ("交付新車", "deliveries"),
        ("净负债比率", "net-gearing"),
        ("平均运费", "freight-rate"),
        ("per TEU", "freight-rate"),
        ("首付款", "upfront-payment"),
        ("里程碑金", "milestone-payments"),
        ("權利金", "royalty-rate"),
        ("行使價", "strike-price"),
        ("減重", "weight-loss"),
        ("收案", "trial-participants"),
        ("度電池", "battery-capacity"),
        ("0-100", "acceleration"),
        ("開罰", "penalty"),
        ("单车毛利率", "vehicle-margin"),
        ("平均船齡", "fleet-age"),
        ("手頭現金", "cash"),
        ("best-in-class", None),
        ("貸存比率", "loan-to-deposit"),
        ("按揭成數", "loan-to-value"),
        ("不良比率", "non-performing-loan-ratio"),
        ("信貸減值撥備", "loan-loss-provision"),
        ("平均回款天數", "receivable-days"),
        ("第一大客户", "largest-customer"),
        ("前五大客户", "customer-concentration"),
        ("名列全國", "market-rank"),
        ("同店", "same-store-sales"),
        ("how many restaurants", "stores"),
        ("幾多員工", "employees"),
        ("NRR", "net-retention"),
        ("蝕幾多", "net-profit"),
        ("税前赚", "total-profit"),
        ("adjusted EPS", "adjusted-eps"),
        ("研发投了", "rd-expense"),
        ("money for research", "rd-expense"),
        ("單店投資", "store-investment"),
        ("幾多錢", "price"),
        ("build cost", "construction-cost"),
        ("等多久", "lead-time"),
        ("有機增長", "organic-growth"),
        ("近地轨道运力", "payload"),
        ("LEO payload", "payload"),
        ("箭體直徑", "diameter"),
        ("起飞重量", "liftoff-mass"),
        ("total thrust", "thrust"),
        ("單台海平面推力", "engine-thrust"),
        ("招标容量", "tendered-capacity"),
        ("average winning price", "bid-price"),
        ("price per kW", "bid-price"),
        ("輪轂高度", "hub-height"),
        ("償付能力比率", "solvency-ratio"),
        ("核心償付能力充足率", "core-solvency-ratio"),
        ("loss ratio", "claims-ratio"),
        ("combined operating ratio", "combined-ratio"),
        ("GWP", "premium-income"),
        ("年化新保費", "first-year-premium"),
        ("13個月繼續率", "persistency"),
        ("可用座位公里", "available-seat-km"),
        ("客公里收益", "passenger-yield"),
        ("翻枱率", "table-turnover"),
        ("翻桌率", "table-turnover"),
        ("average unit volume", "sales-per-store"),
        ("坪效", "sales-density"),
        ("土儲", "land-bank"),
        ("出租率", "occupancy"),
        ("空置率", "vacancy"),
        ("淨負債", "net-debt"),
        ("總負債", "total-liabilities"),
        ("普通股權一級資本比率", "cet1-ratio"),
        ("資本充足率", "capital-adequacy"),
        ("撥貸比", "provision-to-loans"),
        ("撥備覆蓋率", "provision-coverage"),
        ("PFS", "progression-free-survival"),
        ("中位总生存期", "overall-survival"),
        ("疾病控制率", "disease-control-rate"),
        ("ORR", "response-rate"),
        ("GRR", "gross-retention"),
        ("复购率", "repeat-purchase"),
        ("續約率", "retention"),
        ("DSO", "receivable-days"),
        ("installed base", "installed-units"),
        ("下載量", "downloads"),
        ("單票收入", "revenue-per-parcel"),
        ("出欄量", "hogs-sold"),
        ("RevPAR", "revpar"),
        ("reverse termination fee", "break-fee"),
        ("加薪幅度", "pay-rise"),
        ("年薪", "salary"),
        ("ask", None),
        ("口徑", None),
    ],
)
def test_a_measure_is_found_by_its_other_names(term: str, ident: str | None) -> None:
    assert owners(rows("measure")).get(key(term), set()) == ({ident} if ident else set())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("執行長", "首席执行官"),
        ("財務總監", "CFO"),
        ("雲服務提供商", "cloud service providers"),
        ("管帳的", "財務長"),
        ("話事人", "老大"),
        ("牽頭", "主導"),
        ("過檔", "轉投"),
        ("黃了", "告吹"),
        ("砍掉", "叫停"),
        ("頭一回", "首次"),
        ("不賠錢", "轉虧為盈"),
        ("蓋廠", "建廠"),
        ("毛病", "故障"),
        ("訣竅", "秘訣"),
        ("概率", "機會"),
        ("夠燒", "足以支應"),
        ("hold back", "受限"),
        ("walk away from", "終止"),
        ("overselling", "誇大"),
        ("云厂商", "CSP"),
        ("出口管制", "export curbs"),
        ("叢集", "集群"),
        ("伺服器", "服务器"),
        ("儲存晶片", "存储芯片"),
        ("類比晶片", "模拟芯片"),
        ("封測", "packaging and testing"),
        ("太太", "wife"),
        ("履歷", "background"),
        ("固態電池", "solid-state batteries"),
        ("扭亏为盈", "turned profitable"),
        ("漲價", "raising prices"),
        ("處理程序", "進程"),
        ("流派", "camps"),
        ("蜂擁", "rush into"),
        ("湧入", "flocked to"),
        ("升任", "promoted to"),
        ("升到", "拔擢"),
        ("跳槽", "moved from"),
        ("請辭", "stepped down"),
        ("比喻", "describes"),
        ("稱號", "nicknamed"),
        ("溫水煮青蛙", "warm water frog"),
        ("夾爪", "grippers"),
        ("主要終點", "primary endpoint"),
        ("安慰劑組", "placebo group"),
        ("領投", "led the round"),
        ("跟投", "also taking part"),
        ("上修", "revised up"),
        ("瓶頸", "obstacles"),
        ("禁入", "barred from"),
        ("廠商", "makers"),
        ("上一代", "previous generation"),
        ("簽下", "won an order"),
        ("訂購", "purchase order"),
        ("談崩", "fell through"),
        ("籌錢", "raised money"),
        ("開公司", "starting a business"),
        ("接任", "takes the helm"),
        ("退任", "stepped down"),
        ("領投", "backers"),
        ("處罰", "penalised"),
        ("因應", "cope with"),
        ("歸功於", "credited with"),
        ("監管", "watchdog"),
        ("轉弱", "weakened"),
        ("宕機", "outage"),
        ("當機", "downtime"),
        ("門店", "outlets"),
        ("執笠", "closed stores"),
        ("請人", "recruiting"),
        ("合規主管", "head of compliance"),
        ("产品负责人", "head of product"),
        ("攻讀博士", "PhD"),
        ("老東家", "former employer"),
        ("缺貨", "in short supply"),
        ("補庫存", "restocking"),
        ("割價", "slashing prices"),
        ("精簡人手", "cut jobs"),
        ("工潮", "walkout"),
        ("赤字", "losing money"),
        ("老細", "boss"),
        ("銷售主管", "head of sales"),
        ("人資長", "HR director"),
        ("外國", "abroad"),
        ("境内", "at home"),
        ("全台", "islandwide"),
        ("处罚", "penalised"),
        ("釘牌", "lost its licence"),
        ("告上庭", "court case"),
        ("庭外和解", "settlement"),
        ("沽售", "offload"),
        ("全面要約", "takeover offer"),
        ("終止交易", "walked away"),
        ("諒解備忘錄", "MOU"),
        ("發債", "bond sale"),
        ("配售", "share placement"),
        ("清盤", "winding-up"),
        ("交表", "applied to list"),
        ("跌穿招股價", "fell below the offer price"),
        ("奪標", "won the contract"),
        ("落單", "placed an order"),
        ("抽單", "cancelled orders"),
        ("停牌", "trading halt"),
        ("停產", "halt production"),
        ("關廠", "plant closure"),
        ("投運", "entered service"),
        ("滿載", "at full capacity"),
        ("外判", "subcontract"),
        ("押後", "put off"),
        ("重申", "reaffirmed"),
        ("腰斬", "halved"),
        ("舖頭", "outlet"),
        ("直營", "company-owned"),
        ("堂食", "eat in"),
        ("食安", "food hygiene"),
        ("速遞", "parcel carrier"),
        ("航線", "shipping lane"),
        ("首飛", "maiden flight"),
        ("寫字樓", "office tower"),
        ("拿地", "land auction"),
        ("爛尾樓", "unfinished homes"),
        ("財險", "non-life"),
        ("壽險", "life insurer"),
        ("保單", "policyholder"),
        ("海上風電", "offshore wind"),
        ("併網", "grid-connected"),
        ("入軌", "in orbit"),
        ("可回收", "reusable"),
        ("航天員", "astronaut"),
        ("版號", "publishing licence"),
        ("飲料", "soft drinks"),
        ("新冠", "Covid"),
        ("旺季", "peak season"),
        ("搬廠", "moved its factory"),
        ("認罪", "pleaded guilty"),
        ("上調評級", "raised its rating"),
        ("獨供", "sole supplier"),
        ("出口許可", "export permit"),
        ("內鬥", "infighting"),
        ("人事地震", "shake-up"),
        ("空降", "outsider"),
        ("輟學", "dropped out"),
        ("嗜好", "hobby"),
        ("股東大會", "AGM"),
        ("換股", "share swap"),
        ("敵意收購", "unsolicited bid"),
        ("國資", "state-backed"),
        ("的士", "taxi"),
        ("航廈", "passenger terminal"),
        ("直飛", "non-stop"),
        ("機師", "co-pilot"),
        ("誤點", "delayed flights"),
        ("商務艙", "business class"),
        ("復飛", "resumed operations"),
        ("停廠", "shutdown"),
        ("放療", "radiotherapy"),
        ("試劑", "test kits"),
        ("止痛藥", "painkillers"),
        ("急症室", "emergency room"),
        ("債權人", "creditors"),
        ("定存", "fixed deposits"),
        ("二手樓", "resale homes"),
        ("業主", "landlords"),
        ("都更", "urban renewal"),
        ("外送員", "delivery riders"),
        ("泡麵", "instant noodles"),
        ("狗糧", "dog food"),
        ("柴油", "diesel"),
        ("海纜", "subsea cable"),
        ("煞車", "braking"),
        ("發電機", "generators"),
        ("抽蓄", "pumped hydro"),
        ("量測", "metrology"),
        ("推理模型", "reasoning models"),
        ("頻譜", "spectrum"),
        ("漫畫", "manga"),
        ("招生", "admissions"),
        ("化肥", "fertilisers"),
        ("鋼筋", "rebar"),
        ("紙漿", "pulp"),
        ("丟單", "lost an order"),
        ("押金", "security deposit"),
        ("遇缺不補", "hiring freeze"),
        ("甩鍋", "shift the blame"),
        ("竄改", "tampered with"),
        ("停職", "suspended from duty"),
        ("懸而未決", "in limbo"),
        ("除役", "decommissioned"),
        ("自產", "in-house production"),
        ("包尾", "last place"),
        ("檢方", "prosecutors"),
        ("受訪者", "respondents"),
        ("告知", "notified"),
        ("會晤", "met with"),
        ("分歧", "at odds"),
        ("埋單", "foot the bill"),
        ("漲租", "rent hike"),
        ("副業", "sideline"),
        ("撤訴", "dropped the case"),
        ("鬆綁", "loosened"),
        ("收緊", "tightened"),
        ("寬限期", "grace period"),
        ("跌穿", "fell below"),
        ("轉口", "transshipment"),
        ("祭出", "imposed"),
        ("清退", "culled"),
        ("潛逃", "absconded"),
    ],
)
def test_other_words_for_it_meet_in_one_concept(one: str, other: str) -> None:
    found = owners(rows("concept"))
    assert found[key(one)] & found[key(other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("停牌", "退市"),
        ("減產", "停產"),
        ("獲批", "受理"),
        ("高管", "管理層"),
        ("壽險", "產險"),
        ("離岸風電", "陸上風電"),
        ("減肥藥", "肥胖症"),
        ("零食", "飲料"),
        ("貨櫃", "貨櫃船"),
        ("汽油", "diesel"),
        ("貓糧", "dog food"),
        ("商務艙", "economy class"),
        ("化療", "radiotherapy"),
        ("鋼筋", "steel plate"),
        ("漲租", "rent cut"),
        ("鬆綁", "tighten"),
        ("升穿", "fell below"),
        ("加租", "price cut"),
    ],
)
def test_what_only_sounds_alike_is_kept_apart(one: str, other: str) -> None:
    found = owners(rows("concept"))
    assert not found[key(one)] & found.get(key(other), set())
