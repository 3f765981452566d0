"""Several people of one company held against a condition, and single lives, over short articles."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.assistant import Assistant
from bot.plain import plain
from bot.state import State
from kb import make

FOOD = """---
title: "禾豐食品上市前夕:這支團隊從哪裡來"
publisher: 食業週報
published: 2025-09-18
lang: zh-Hant
---
禾豐食品將於10月掛牌。這家做冷凍調理包的公司2016年由羅啟銘創辦，去年營收31.2億元。

羅啟銘1971年出生於台南，24歲從中興大學食品科學系畢業後，進入統冠食品當研發員，6年後離開，那年他30歲。2001年3月，他轉往日商味島擔任採購經理，2008年再跳槽到聯禾集團，出任供應鏈處長。2016年5月，他離開聯禾集團，創辦禾豐食品。

禾豐目前有六位高階主管，其中四人待過聯禾集團。總經理蘇曼青在聯禾集團服務18年，當過通路事業部副總。營運長鄧柏元在聯禾集團待了11年，離開前是廠務協理。研發副總康以琳也有7年聯禾集團資歷，擔任研發經理；行銷副總魏士傑在聯禾集團任品牌經理5年，之前還在永潔和必達做過業務。

財務長兼發言人邵培文曾在永潔、必達、克勞瑞等外商擔任財務主管。高階主管中只有資訊長田宗翰是禾豐自己培養的，他2017年加入禾豐，一路從工程師做起。

“冷凍不是備胎，是主食。”羅啟銘說。蘇曼青則認為，通路費用太高，自建電商才是出路。
"""
RAIL = """---
title: "Who runs Calder Rail: the team behind the turnaround"
publisher: Junction Weekly
published: 2026-02-11
lang: en
---
Calder Rail, the freight operator based in Leeds, named its finance director, Imelda Roscoe, to succeed chief executive Duncan Harte, who will retire on 31 March after nine years in the job.

Roscoe, 47, joined Calder Rail in 2019 from Vantry Logistics, where she had spent 12 years and rose to group treasurer. She studied economics at Durham University.

Harte, 64, was born in Glasgow and began his career at British Steel. He moved to Northern Freight in 1998 as operations manager, and founded the consultancy Trackwise in 2009 before joining Calder Rail in 2017.

Calder Rail has five executives, three of whom worked at Vantry Logistics. Chief operating officer Priyesh Nandan was a depot manager at Vantry Logistics for 8 years. Commercial director Gwen Abara spent five years at Vantry Logistics as head of sales, and earlier worked at Maersk and DHL. Technology chief Tomas Lindqvist came from Ericsson. The only home-grown executive is safety director Ruth Pemble, who joined as an apprentice in 1996.

"We do not chase volume," Harte said. Abara told analysts that contract renewals would decide the year.
"""
PHARMA = """---
title: "晶澜生物的七人班底"
publisher: 药谈
published: 2025-11-03
lang: zh-Hans
---
晶澜生物董事长兼首席执行官尹若川现年52岁。尹若川1973年生于四川绵阳，1995年从四川大学药学系毕业，先在成都药检所做了5年检验员。2000年赴美，在匹兹堡大学取得药理学博士。2005年9月加入瑞诺制药，担任高级研究员，2012年升任中国区研发总监。2017年离开瑞诺，创办晶澜生物，当时他44岁。

晶澜生物的高管中，五人有瑞诺制药的工作经历。首席医学官潘晓棠曾在瑞诺工作15年，担任临床开发副总裁；首席科学官余德邻在瑞诺工作9年，曾任药物化学总监；副总裁石婧也有6年瑞诺工作经历，任职项目经理。联合创始人、首席运营官骆家声则在瑞诺任生产总监长达10年。首席财务官汪以宁来自投行，此前在高盛和中金工作。

高管序列中，仅有质量负责人辛海涛为本土成长，他此前在康泽药业和鼎恒药业担任质量经理，加入晶澜后负责GMP体系建设。

辛海涛说，质量不是检出来的。
"""
WIND = """---
title: "從工頭到董座:鐵工廠二代打造離岸風電鏈"
publisher: 產業人物誌
published: 2026-03-02
lang: zh-Hant
---
海嵐重工董事長歐陽昭1968年在高雄出生，父親開小型鐵工廠。他22歲從成功大學造船系畢業，隨即入伍，退伍後考進台船，從監工做起，一待就是13年，離開時是生產部經理。

2005年，歐陽昭轉任丹麥商維斯特的台灣採購主管，三年後升為亞太區供應鏈總監。2011年他離開維斯特，拿出積蓄800萬元，與大學同學簡志隆合夥成立海嵐重工，那一年他43歲。

海嵐現任總經理是簡志隆，他負責廠務；財務長盧孟潔2018年從資誠跳槽過來，在資誠查帳12年；業務副總高振邦原本是維斯特的區域經理，任職9年；研發長范姜美玲則在工研院服務了16年，是團隊裡資歷最深的一位。四人中只有高振邦和歐陽昭有外商背景。

今年1月，海嵐宣布歐陽昭將於7月1日交棒，由簡志隆接任董事長，總經理一職則由盧孟潔升任。
"""
GROCER = """---
title: Pellworth's new guard
publisher: The Grocer's Ledger
published: 2025-10-20
lang: en
---
Pellworth Foods said on Monday that Aoife Brennan would replace Marcus Tull as chief executive from January. Brennan, 51, has run the frozen division since 2020. She began her career at Unilever in 1997, spent eight years at Kerry Group and joined Pellworth in 2014 as marketing director.

Tull, who is 60, led the company for seven years. He was 42 when he left Mars to set up the snack maker Bittern, which he sold to Pellworth in 2016.

The board also promoted Hugo Lindqvist, a former McKinsey partner, to chief financial officer. Operations chief Dara Okonjo, who was at Nestlé for 15 years, and technology director Sam Whitcombe, who spent six years at Nestlé, complete the team. General counsel Petra Vance is the only member who has never worked anywhere else.

Pellworth was founded in 1931 by Arthur Pellworth, a Lancashire miller.
"""
ROBOTS = """---
title: "澜步机器人高管图谱"
publisher: 智造观察
published: 2025-12-08
lang: zh-Hans
---
澜步机器人成立于2018年，创始人、CEO是韩知远。韩知远1982年出生，本科就读于哈尔滨工业大学，2004年毕业后赴日本，在发那科做了6年伺服工程师。2010年回国加入大疆，历任研发经理、飞控总监。2018年3月，韩知远从大疆离职创业。

公司CTO蒋沐阳与韩知远是大疆旧同事，两人共事七年；COO邢芷若此前是美的集团供应链总经理，在美的工作了11年；CFO陆明河曾任职于普华永道和中信证券。首席科学家沈既白来自清华大学，现为该校长聘教授。销售副总裁丁一帆也出自美的，在美的干了4年。

韩知远表示，机器人不是玩具。
"""


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An archive of the articles."""
    folder = tmp_path_factory.mktemp("colleagues")
    files = []
    for name, text in (("food", FOOD), ("rail", RAIL), ("pharma", PHARMA), ("wind", WIND), ("grocer", GROCER), ("robots", ROBOTS)):
        files.append(folder / f"{name}.md")
        files[-1].write_text(text, encoding="utf-8")
    make.build(files, folder / "colleagues.db")
    opened = Assistant.open(folder / "colleagues.db")
    yield opened
    opened.close()


Row = tuple[str, bool, str, str]  # question, answered, words it holds ("a|b": either), words it must not hold
CONDITIONS: tuple[Row, ...] = (
    ("禾豐食品高管裡唯一自己培養的是誰?", True, "田宗翰", "蘇曼青 邵培文"),
    ("禾豐現在的高階主管,除了羅啟銘還有誰待過聯禾集團", True, "蘇曼青 鄧柏元 康以琳 魏士傑", "羅啟銘 邵培文 田宗翰"),
    ("除了創辦人,禾豐的主管還有誰在聯禾集團待過?", True, "蘇曼青 鄧柏元 康以琳 魏士傑", "羅啟銘 邵培文"),
    ("禾豐哪位主管待過永潔和必達?", True, "魏士傑 邵培文", "康以琳"),
    ("禾豐哪位主管以前在克勞瑞?", True, "邵培文", "魏士傑"),
    ("禾豐的主管當中在聯禾集團待最久的是誰,幾年", True, "蘇曼青：18年 4人", "鄧柏元"),
    ("Who is the only home-grown executive at Calder Rail?", True, "Pemble", "Nandan Abara"),
    ("Which Calder Rail executives worked at Vantry Logistics?", True, "Roscoe Nandan Abara", "Lindqvist Pemble"),
    ("Who in Calder Rail's management used to work at Maersk and DHL?", True, "Abara", "Nandan"),
    ("Which Calder Rail executive was a depot manager at Vantry?", True, "Nandan", "Abara Roscoe"),
    ("Calder Rail高層裡誰待過Ericsson?", True, "Lindqvist", "Nandan"),
    ("Among Calder Rail's executives, who spent longest at Vantry Logistics, and how many years?", True, "Roscoe 12", "Nandan"),
    ("晶澜生物高管里唯一的本土派是谁", True, "辛海涛", "汪以宁"),
    ("除了尹若川,晶澜高管还有谁待过瑞诺制药?", True, "潘晓棠 余德邻 石婧 骆家声", "汪以宁 辛海涛"),
    ("晶澜哪位高管以前在高盛和中金?", True, "汪以宁", "辛海涛"),
    ("晶澜生物高管里谁在瑞诺待得最短,多少年?", True, "石婧：6年", "潘晓棠"),
    ("禾豐的高管誰待過瑞諾製藥?", False, "", ""),
    ("Which Calder Rail executives used to work at Goldman Sachs?", False, "", ""),
)
YEARS: tuple[Row, ...] = (
    ("蘇曼青在聯禾集團的年資比魏士傑多幾年", True, "13年 18 5", ""),
    ("潘晓棠在瑞诺的工龄比石婧多几年?", True, "9年 15 6", ""),
    ("潘晓棠在瑞诺的工龄比汪以宁多几年?", False, "", ""),
)
AGES: tuple[Row, ...] = (
    ("羅啟銘離開統冠食品那時候幾歲", True, "30歲", ""),
    ("羅啟銘離開聯禾集團的時候幾歲?", True, "45歲 2016", "30歲"),
    ("羅啟銘大學畢業時幾歲?", True, "24歲", ""),
    ("羅啟銘加入味島時幾歲", True, "30歲 2001", ""),
    ("羅啟銘幾歲創業?", True, "45歲", ""),
    ("羅啟銘結婚時幾歲", False, "", ""),
    ("尹若川创办晶澜那年多大?", True, "44岁", ""),
    ("尹若川加入瑞诺时多大?", True, "32岁 2005", "44"),
    ("How old is Duncan Harte?", True, "64", "47"),
    ("How old was Harte when he founded Trackwise?", False, "", ""),
)
CAREERS: tuple[Row, ...] = (
    ("羅啟銘創業以前在哪幾家公司上過班", True, "統冠 味島 聯禾", "禾豐"),
    ("羅啟銘是幾年幾月跳槽去味島的", True, "2001年3月", "聯禾"),
    ("羅啟銘在聯禾集團待了幾年", True, "約8年 2008–2016", ""),
    ("尹若川在瑞诺制药待了多少年", True, "约12年 2005–2017", ""),
    ("尹若川创业前在哪几家单位工作过", True, "药检所 瑞诺", ""),
    ("Which companies did Duncan Harte work for before founding Trackwise?", True, "British Northern", "Calder"),
)
NOW: tuple[Row, ...] = (
    ("邵培文目前在禾豐掛什麼頭銜", True, "財務長", ""),
    ("石婧现在在晶澜是什么职务?", True, "副总裁", "潘晓棠"),
    ("尹若川的职务是什么?", True, "董事长", "检验员"),
    ("What is Gwen Abara's current title at Calder Rail?", True, "Commercial director", "analysts"),
    ("誰認為自建電商才是出路,她在哪家公司", True, "蘇曼青 禾豐", ""),
    ("Who said 'We do not chase volume', and which company is he from?", True, "Harte Calder", ""),
    ("Which company does Tomas Lindqvist work for?", True, "Calder", ""),
    ("康以琳是誰,在聯禾集團待了幾年?", True, "研發副總 7年", ""),
)
POSTS: tuple[Row, ...] = (
    ("Who takes over from Harte at Calder Rail, and where did she work before?", True, "Roscoe Vantry", "Northern"),
    ("Who will be Calder Rail's next chief executive?", True, "Roscoe", ""),
    ("Who founded Trackwise?", True, "Harte", ""),
    ("Who founded Calder Rail?", False, "", ""),
    ("Who founded Vantry Logistics?", False, "", ""),
    ("晶澜生物的创始人是谁", True, "尹若川", ""),
    ("瑞诺制药的创始人是谁?", False, "", ""),
    ("聯禾集團的董事長是誰?", False, "", ""),
)

OTHER_FIELDS: tuple[Row, ...] = (
    ("歐陽昭創辦海嵐時幾歲?", True, "43歲", ""),
    ("歐陽昭創業前在哪些公司待過?", True, "台船 維斯特", ""),
    ("歐陽昭在台船待了多久", True, "13年", "盧孟潔"),
    ("海嵐的主管裡誰待過維斯特?", True, "高振邦 歐陽昭", "盧孟潔"),
    ("海嵐下一任總經理是誰?她之前在哪家公司", True, "盧孟潔 資誠", "維斯特"),
    ("誰會接任海嵐的董事長?", True, "簡志隆", "盧孟潔"),
    ("高振邦在維斯特當什麼", True, "區域經理", "盧孟潔"),
    ("Who will replace Marcus Tull?", True, "Brennan", ""),
    ("Where did Aoife Brennan start her career?", True, "Unilever", ""),
    ("How old was Tull when he left Mars?", True, "42", "60"),
    ("Tull's age on leaving Mars?", True, "42", "60"),
    ("How old was Tull when he sold Bittern?", False, "", ""),
    ("How many years longer was Okonjo at Nestlé than Whitcombe?", True, "9", ""),
    ("Who founded Kerry Group?", False, "", ""),
    ("韩知远在发那科做了几年", True, "6年", "邢芷若"),
    ("韩知远加入大疆时多大?", True, "28岁", ""),
    ("澜步哪位高管以前在普华永道", True, "陆明河", "邢芷若"),
    ("谁说机器人不是玩具,他是哪家公司的?", True, "韩知远 澜步", "大疆"),
    ("大疆的创始人是谁?", False, "", ""),
)


def test_what_is_told_once_is_not_told_again(reader: Assistant) -> None:
    """The parts of a double question may rest on one sentence; it is shown once."""
    answer, _ = reader.reply("康以琳是誰,在聯禾集團待了幾年?", State())
    assert sum("康以琳也有7年" in x for x in answer.lines) == 1


@pytest.mark.parametrize(("question", "answered", "holds", "lacks"), CONDITIONS + YEARS + AGES + CAREERS + NOW + POSTS + OTHER_FIELDS)
def test_people_who_meet_a_condition(reader: Assistant, question: str, answered: bool, holds: str, lacks: str) -> None:
    """Whoever meets the condition is told, all of them and nobody else; a year or an age is that of the event asked for."""
    answer, _ = reader.reply(question, State())
    text = plain(answer).partition("來源")[0].partition("来源")[0].partition("Sources")[0]
    assert answer.answered is answered, text
    assert all(any(w in text for w in words.split("|")) for words in holds.split()), text
    assert not any(w in text for w in lacks.split()), text
