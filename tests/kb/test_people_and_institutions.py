"""People and institutions are found by how a text speaks of them, whole, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from kb import vocabulary
from kb.discover import discover
from kb.extract import Extractor
from kb.model import Article, Entity
from kb.names import Names

NAMES = Names(vocabulary.load())
KNOWN = NAMES.keys


def found(text: str, kind: str) -> dict[str, Entity]:
    """The entities of a kind in `text` under their display names, Chinese first."""
    return {e.names.get("zh-Hant") or e.names["en"]: e for e in discover(text, KNOWN) if e.kind == kind}


# text -> the people it names
PEOPLE: list[tuple[str, list[str]]] = [
    # behind a post, whatever verb follows: where the name ends tells how the rest reads
    ("創辦人蔣硯棠原是面板工程師。", ["蔣硯棠"]),
    ("创始人程岫田靠一间铺子起家。", ["程岫田"]),
    # a name that may go on into a verb; a surname of two characters; what somebody was, or whom they follow
    ("由育种家巫岚让于1994年创立。", ["巫岚让"]),
    ("品牌由尹岚和大学同学俞可为创办。俞可为则负责供应链。", ["尹岚", "俞可为"]),
    ("“今年要出货8GWh。”乐正宇说。", ["乐正宇"]),
    ("由日商台湾代表增田健一接任,大股东卢家离场。", ["增田健一"]),
    ("接任者为潘岚月。特助邱岚芯补充。", ["潘岚月", "邱岚芯"]),
    ("首席科學官Dr. Anita Ramanath早前發表論文。行政總裁為前輝瑞高層Gareth Limlow。", ["Anita Ramanath", "Gareth Limlow"]),
    ("Brightmoor is now run by Folake Adeyemo. Marlstone's Kwame Asantey will lead the combined group.", ["Folake Adeyemo", "Kwame Asantey"]),
    # a family name that several have is nobody's alone
    ("It was founded by carpenter Søren Plankow in 1951 and is held by the Plankow family. Its chair, Ulrik Plankow, will go. Plankow said so.", ["Søren Plankow", "Ulrik Plankow"]),
    ("主程式廖硯睿合夥開了工作室。", ["廖硯睿"]),
    ("合伙人陶若岑却认为价格偏高。", ["陶若岑"]),
    ("從創始人聶廣岑手中接任首席執行官。", ["聶廣岑"]),
    ("研发中心主任罗屿到龄退休。", []),  # 罗屿 or 罗屿到: not certain
    ("研究员季小雪预测，销量将回升。", ["季小雪"]),  # a given name that is a word
    ("去年接任董事長的區永定出身監管系統。", ["區永定"]),
    ("獨立股評人岑以賢認為股價偏貴。", ["岑以賢"]),
    ("董事长则是创办人之一的范岫桢。", ["范岫桢"]),
    ("对财务总监助理江砚川罚款50万元。", ["江砚川"]),
    ("同事何岫川、苏屿在广州创办了公司。", ["何岫川", "苏屿"]),
    ("与同乡陈岫火合伙开厂。", ["陈岫火"]),
    # no post: what they see to, how they came, a year and a deed, a house before them
    ("同行的还有两位：负责芯片的顾砚枝和负责软件的裴岫。", ["裴岫", "顾砚枝"]),
    ("許硯山管供應鏈，現任首席營運官。", ["許硯山"]),
    ("行政總裁則由外聘的李硯桓出任。", ["李硯桓"]),
    ("同年8月，出身农信系统的尹若岫接任董事长。", ["尹若岫"]),
    ("起點是1998年宋硯瑾在廈門開的民宿。", ["宋硯瑾"]),
    ("2018年与戴砚青共同创办公司。", ["戴砚青"]),
    ("卢砚恺因到龄于今年1月卸任。", ["卢砚恺"]),
    ("北屿期货曹砚宁最乐观。", ["曹砚宁"]),
    # a firm and 的 before them, then what only people do
    ("馳岳汽車（Chiyue）公布年報。馳岳的莊慕岫是底盤工程師出身，2015年自立門戶。", ["莊慕岫"]),
    ("馳岳汽車（Chiyue）公布年報。馳岳的韓序岑2014年創業前做搜尋引擎。", ["韓序岑"]),
    ("馳岳汽車（Chiyue）公布年報。馳岳的白鷺號2014年上市，馳岳的金山廠則較忙。", []),
    # what somebody is, whom they do something with, what they see to
    ("何砚是联合创始人、首席科学家。", ["何砚"]),
    ("2020年冬天,他和何砚、负责商务的康岫文在面馆里凑成了公司。", ["何砚", "康岫文"]),
    ("如今自办投资公司的骆岫安就觉得,囤货会让需求看起来更大。", ["骆岫安"]),
    ("他和同事、负责商务的部门在一起。她和母亲、家人都说好。金价是主任最担心的。", []),
    # who is known by a nickname only
    ("YouTuber「錶哥阿榮」試玩後認為最抵買。", ["錶哥阿榮"]),
    ("設計師「潮流」系列認為最好。", []),
    # words behind a post
    ("董事长高度重视此事，总经理何时卸任未定，分析师普遍看好，主管唐山工厂。", []),
    ("公司代表宁静地离开，创始人和团队留下，负责人任期届满。", []),
    ("担任总裁的全年薪酬为200万元，担任董事长的时间不长。", []),
    ("老板白手起家，创始人万万没想到，店长柴米油盐都管，研究员车间调研。", []),
    ("与高校共同创办实验室，与同行共同发起倡议，与万科共同开发。", []),
    ("负责海外的高管和负责研发的团队，高管因个人原因离职。", []),
    # English
    ("Founded in 1891 by draper Ada Quellmann and tailor Silas Brandreth, the shop thrived.", ["Ada Quellmann", "Silas Brandreth"]),
    ("The firm was founded in 1979 by the brothers Desmond and Colm Hartigan.", ["Colm Hartigan", "Desmond Hartigan"]),
    ("Its former head of compliance, Richard Penhallow, left and was replaced by Sunita Bhandarkar.", ["Richard Penhallow", "Sunita Bhandarkar"]),
    ("She founded it in 2018 with Rufus Amberley, an engineer who had run a glass coating firm in Porto.", ["Rufus Amberley"]),
    ("She retires in May; Mei Tanabe succeeds him.", ["Mei Tanabe"]),
    ("It was founded in 2003 by carmaker Brandreth Motors and retailer Quell Stores.", []),
    ("The company was replaced by Oakmere Motors in the index. Its successor, Model 5, sells well.", []),
    ("She ran the head office of its North American sales.", []),
]


@pytest.mark.parametrize(("text", "names"), PEOPLE, ids=lambda v: v[:24] if isinstance(v, str) else "")
def test_the_people_of_a_text(text: str, names: list[str]) -> None:
    assert sorted(found(text, "person")) == sorted(names)


# text -> the institutions it names
INSTITUTIONS: list[tuple[str, list[str]]] = [
    # a school begins behind what leads up to it, is unlike words or spoken of as a place of study
    ("他毕业于岚湖理工大学光电系。", ["岚湖理工大学"]),
    ("16岁考入岚湖工业大学。", ["岚湖工业大学"]),
    ("2008年赴德国岚堡工业大学读硕士。", ["岚堡工业大学"]),
    ("她在北澜大學讀生物。", ["北澜大學"]),
    ("2011年由岚湖大学冶金学博士方岫远创办。", ["岚湖大学"]),
    ("北瀾大學國際關係學者認為不妥。", ["北瀾大學"]),
    ("他在美国大学读书，后在海外大学任教，与高校共同创办实验室。", []),
    # numbers, regions, offices, associations
    ("毕业后被分配到第五十八研究室。", ["第五十八研究室"]),
    ("3月25日，云岚证监局公布决定。", ["云岚证监局"]),
    ("案件定于6月在芜湖中院开庭。", ["芜湖中院"]),
    ("华北公共卫生中心主任表示，样本不足。", ["华北公共卫生中心"]),
    ("由公司与滇北植物所合作开发。", ["滇北植物所"]),
    ("沧岚软件行业协会发布年度报告。", ["沧岚软件行业协会"]),
    ("储能电池产业联席会公布月度数据。", ["储能电池产业联席会"]),
    ("編劇工會指控公司違約。", ["編劇工會"]),
    ("申岚研究所分析师认为价格见底。", ["申岚研究所"]),
    ("挪威的Skagdal养老基金认购4.7亿港元。", ["Skagdal养老基金"]),
    # no names
    ("他与大学同学创业，在大学宿舍起步，后转赴一所大学任教。", []),
    ("原为哈尔滨一所大学的教师，曾是上海一家三甲医院的医生。", []),
    ("他先后在海外大学和知名医院工作，该协会与行业协会均未回应。", []),
    ("这是从光互连实验室走出来的公司，靠给高校实验室组装工作站起家。", []),
    ("近年大学生增多，学院派也学会了用工具，五家中小型券商会受罚。", []),
    ("大幅提高院线排片，其中院线占六成。", []),
    ("他在一家海洋研究所做了八年，又在直升机研究所做了两年。", []),
    ("受影響的約190名員工會獲安排轉職,第二座自動化實驗室在明年啟用。", []),
    # English
    ("She spent nine years at the Reussling Institute and studied at the University of Westmarch.", ["Reussling Institute", "University of Westmarch"]),
    ("Britain's Pellingham Conduct Authority (PCA) fined the lender.", ["Pellingham Conduct Authority"]),
    ("The University said the School of the year was the National Institute.", []),
]


@pytest.mark.parametrize(("text", "names"), INSTITUTIONS, ids=lambda v: v[:24] if isinstance(v, str) else "")
def test_the_institutions_of_a_text(text: str, names: list[str]) -> None:
    assert sorted(found(text, "institution")) == sorted(names)


# text -> (whose, a name that must be among their others)
CALLED: list[tuple[str, str, str]] = [
    ("創辦人魏硯岳的桌上擺著算盤。員工背地裡叫他「算盤魏」。", "魏硯岳", "算盤魏"),
    ("营运长简砚雯来自宏屿，业内称她“杀价女王”。", "简砚雯", "杀价女王"),
    ('Chief executive Helen Qiu said demand fell. Ms Qiu took over in 2024.', "Helen Qiu", "Ms Qiu"),
    ('Founder Bao Qingrong set it up in 1994. Mr Bao stays on.', "Bao Qingrong", "Mr Bao"),
]


@pytest.mark.parametrize(("text", "name", "other"), CALLED, ids=[c[2] for c in CALLED])
def test_other_names_of_a_person(text: str, name: str, other: str) -> None:
    assert other in found(text, "person")[name].aliases


def test_what_is_said_of_several_people_or_describes_is_no_nickname() -> None:
    two = found("创始人魏砚岳与合伙人简砚雯同台，员工叫他“老算盘”。", "person")
    assert not any("老算盘" in e.aliases for e in two.values())
    assert "很固执" not in found("创始人魏砚岳到场。同事称他“很固执”。", "person")["魏砚岳"].aliases


def test_a_family_name_that_is_part_of_a_firm_s_is_none_of_its_founder_s() -> None:
    got = {e.names["en"]: e for e in discover("Quellmann & Brandreth, the Leeds-based grocery chain, raised its guidance. Founded in 1891 by draper Ada Quellmann, it has 12 shops.", KNOWN)}
    assert "Quellmann" not in got["Ada Quellmann"].aliases
    assert "Quellmann and Brandreth" in got["Quellmann & Brandreth"].aliases


def test_an_institution_owns_no_figures_of_a_firm() -> None:
    text = "岚擎科技（Lanqing Tech）2025年营收40亿元。创始人程岫田毕业于岚湖理工大学。公司2025年净利润为3亿元。"
    facts = Extractor(NAMES)(Article("k", "", text, published="2026-02-10")).facts
    assert {f.subject for f in facts if f.measure in ("revenue", "net-profit")} == {"found:岚擎科技"}


def test_whence_a_founder_came_is_not_what_they_founded() -> None:
    text = "岚擎科技（Lanqing Tech）公布年报。这家企业由前岚堡实验室研究员程岫田于2014年创办。岚擎科技2010年由岚湖大学教师冯岫言创办。"
    facts = Extractor(NAMES)(Article("k", "", text, published="2026-02-10")).facts
    assert {f.subject for f in facts if f.measure == "founding-date"} == {"found:岚擎科技"}


def test_what_an_association_tells_is_not_of_the_firm_spoken_of_before() -> None:
    text = "拓岚软件（Tuolan Software）公布年报，2025年净利润为3亿元。\n沧岚软件行业协会发布报告，2025年营业收入约3,460亿元。"
    facts = Extractor(NAMES)(Article("k", "", text, published="2026-02-10")).facts
    assert "found:拓岚软件" not in {f.subject for f in facts if f.measure == "revenue"}
