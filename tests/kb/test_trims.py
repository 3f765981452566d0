"""Lines of products and their versions found in a text, and what is none."""

from __future__ import annotations

import pytest

from kb import vocabulary
from kb.discover import discover
from kb.names import Names

KNOWN = Names(vocabulary.load()).keys.all()


def products(text: str) -> set[str]:
    """The names of the products that a text introduces."""
    return {next(iter(e.names.values())) for e in discover(text, KNOWN) if e.kind == "product"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("晴野汽車昨天發表純電休旅車 Terra 6,共有 Base、Touring 兩個版本。Terra 6 十月交車。", {"Terra 6", "Terra 6 Base", "Terra 6 Touring"}),
        ("奥岚发布手机青澜7,青澜7标准版售价3999元,青澜7性能版售价4599元。", {"青澜7", "青澜7标准版", "青澜7性能版"}),
        ("溯芯推出第二代GPU「K8」,分为K8-M与K8-Rack两个型号。", {"K8", "K8-M", "K8-Rack"}),
        ("新车Terra 6有三個trim:Core售價99萬元、Plus 119.5萬元、頂規Ultra 138萬元。Terra 6 十月交車。", {"Terra 6 Core", "Terra 6 Plus", "Terra 6 Ultra"}),
        ("公司发布Gully系列电动自行车。入门款Gully Go售价6,999元;Gully Go、City和Cargo同时开卖,Gully City有货。", {"Gully系列", "Gully Go", "Gully City"}),
        ("四款產品都搭載自家的 Mirrel S2 chip,效能較上代 Mirrel S1 提升 35%。", {"Mirrel S1", "Mirrel S2"}),
        ("搭載 16 核心處理器與 8GB VRAM 的 Cobrel 760 獨立 GPU,重1.8kg。", {"Cobrel 760"}),
        ("馳野的旗艦V7綜合續航1,200公里。", {"V7"}),
        ("折叠机Wave 3开卖。Wave 3 Ultra售价9999元,Wave 3 Ultra下月发货。", {"Wave 3", "Wave 3 Ultra"}),
    ],
)
def test_lines_and_versions_are_found(text: str, expected: set[str]) -> None:
    assert products(text) >= expected


@pytest.mark.parametrize(
    "text",
    [
        "公司第三季度营收增长12%,Q3毛利率为35%,Q4指引持平。",
        "他住在5号楼,每天坐3路车上班,已经坐了20年。",
        "The company reported results for the second quarter on May 7. Revenue rose 3% to $410 million.",
        "Phase 3 trials begin in March, and Level 2 systems are standard in Europe.",
        "公司推出三种套餐,分别为基础服务、增值服务和定制服务。",
        "会议分为上午和下午两场,共有120人参加,收费80元。",
        "他在旗艦店買了V領毛衣,自動駕駛仍是L3級,車型L3級認證未完成。",
        "活動系列報導第4篇:讀者說,Premium系列課程太貴。",
        "三個版本:第一版印了300冊,第二版印了500冊。",
        "In Building 4 the team works on Windows 11 and Type 2 diabetes.",
    ],
)
def test_no_ordinary_word_becomes_a_product(text: str) -> None:
    assert products(text) == set()


def names(text: str) -> dict[str, set[str]]:
    """What the products that a text introduces are called, by their first names."""
    return {next(iter(e.names.values())): {*e.names.values(), *e.aliases} for e in discover(text, KNOWN) if e.kind == "product"}


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        ("手錶升級至 MeridOS 3,新增兩項功能。MeridOS 很省電。", "MeridOS", "MeridOS 3"),
        ("輔助駕駛NovaDrive 3.0為全車系標配。", "NovaDrive", "NovaDrive 3.0"),
        ("手机厂商发布Corvel Z7系列。Corvel Z7售价3,999元,新机Corvel Z7很轻。", "Corvel Z7", "Corvel Z7系列"),
        ("自研芯片Mirrel C2采用4nm工艺。Mirrel项目烧掉了30亿元。", "Mirrel C2", "Mirrel"),
        ("主打产品“岱岳”R2是一款协作臂,更大的R5负载120公斤。", "岱岳R2", "“岱岳”R2"),
        ("新一代AI accelerator青嵐QL300亮相。QL300芯片是公司首款产品。", "QL300", "青嵐QL300"),
        ("肺癌靶向藥安嵐達(通用名:澤嵐替尼)全年銷售額約31億元。", "安嵐達", "澤嵐替尼"),
        ("游戏《星墟远行》上线首月流水7亿元,玩家很多。", "星墟远行", "《星墟远行》"),
        ("It owns the 120 MW Fernhill Creek wind farm, due next year. Fernhill Creek cost $200 million.", "Fernhill Creek wind farm", "Fernhill Creek"),
        ("智利的Ondaka矿停产30天,公司三年前买下Ondaka。", "Ondaka矿", "Ondaka"),
    ],
)
def test_products_are_known_by_their_other_names(text: str, name: str, other: str) -> None:
    assert other in names(text)[name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年推出的影像模型「霧花」1.0版。霧花1.0一週湧入90萬人;2025年發布的霧花2.5可生成90秒。旗下影像模型「霧花」很受歡迎。", {"霧花1.0", "霧花2.5"}),
        ("Much rides on Sabrel 2, an in-house inference chip due in the autumn. Its predecessor, Sabrel 1, was slow.", {"Sabrel 2", "Sabrel 1"}),
        ("公司停辦代號KP4的航線,這款名為AQ7的佐劑也停產。", {"KP4", "AQ7"}),
        ("最大賣點是 Vital Gauge——一項估算血壓的功能。", {"Vital Gauge"}),
        ("另有兒童版 Tarnel Kids,汀星的Lumel只賣8.9萬元。", {"Tarnel Kids", "Lumel"}),
        ("內建的 AI 助理 Plume 可以翻譯,但 Plume 只支援四種語言。", {"Plume"}),
        ("旗艦服務「舟管家」是一項月費計劃。", {"舟管家"}),
        ("第一颗芯片“栖云”量产,第二颗“望台”面向数据中心,第三代产品“揽川”明年量产。", {"栖云", "望台", "揽川"}),
        ("主力產品「嵐風920」單價約9.6萬元。", {"嵐風920"}),
    ],
)
def test_products_are_told_by_what_stands_beside_them(text: str, expected: set[str]) -> None:
    assert products(text) >= expected


@pytest.mark.parametrize(
    "text",
    [
        "公司主打性价比,支持WiFi 7.0与Bluetooth 6.0,屏幕24吋。",
        "The Queensland mine shut in 2021, and its battery business lost money.",
        "股票代號KP4567的公司今日停牌。",
        "最大的變化是,顧客更在意價格;亮點是AI,以及服務。",
        "The company sold 3 million units in the quarter, against 2 million a year earlier.",
    ],
)
def test_what_only_stands_where_products_stand_is_none(text: str) -> None:
    assert products(text) == set()


def test_no_text_makes_finding_lines_slow() -> None:
    assert products("A" * 60_000) == set()
