"""Questions put as a phrase: what question they stand for, and which are none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from archives import asking, reply

from bot.assistant import Assistant
from bot.phrases import outright
from bot.plain import plain
from bot.state import State

SAME = ""
PHRASES = (
    ("霜眼 meaning?", "what does 霜眼 mean?"),
    ("Quellwerk / Torvane: used for what?", "what is Quellwerk and Torvane for?"),
    ("what's it for?", SAME),
    ("and who is that?", SAME),
    ("Which drug is it used for?", SAME),
    ("霜眼 全名/意思?", "霜眼是什么意思?"),
    ("可以幫我解釋一下霜眼是什麼嗎?", "霜眼是什麼?"),
    ("怎麼算毛利率?", SAME),
    ("募來的錢是拿來做什麼的?", SAME),
    ("LQ-7属于哪类药物?", "LQ-7是什么药物?"),
    ("占比最高的是哪类药物?", SAME),
    ("LQ-7属于哪家公司?", SAME),
    ("someone used the term Quellwerk in the call, what does it mean?", "what is Quellwerk?"),
    ("Heard about Aske Brandt on the radio, who is she?", "who is Aske Brandt?"),
    ("Quellwerk keeps coming up in these reports. What is it?", "what is Quellwerk?"),
    ("I saw the report in the paper, what was revenue?", SAME),
    ("剛剛有同事提到「霜眼」,我沒好意思問,那到底是什麼東西?", "霜眼是什麼?"),
    ("主管一直提「新業務值」,可以請你講一下那是什麼意思嗎?", "新業務值是什麼意思?"),
    ("会上有人提到罗晚晴,这个人是谁?", "罗晚晴是谁?"),
    ("看到他們取消了訂單,想請問背後的原因是什麼?", SAME),
    ("看到羅晚晴離職了,他們的董事長是誰?", SAME),
    ("羅晚晴這個人的身分", "羅晚晴是谁?"),
    ("羅晚晴在松原是什麼身分?", SAME),
    ("Aske Brandt, who is that", "who is Aske Brandt?"),
    ("松原相機 型號列表", "松原相機 型號有哪些?"),
    ("松原最大客戶", SAME),
    ("股東都有誰?", "股東有哪些?"),
    ("股東是誰?", SAME),
    ("torvane seed round investors", "who invested in torvane's seed?"),
    ("松原 IPO 募資用途", "松原IPO募集的资金要用在哪些地方?"),
    ("相機銷量 top5 品牌", "相機銷量前5名 品牌"),
    ("倉庫要蓋在哪3個城市", "倉庫要蓋在哪三個城市"),
    ("它的倉庫有那些", "它的倉庫有哪些"),
    ("羅晚晴在那家公司做過?", "羅晚晴在哪家公司做過?"),
    ("那些倉庫有多大?", SAME),
    ("那幾家工廠呢?", SAME),
    ("群裡有人提了一嘴霜眼,我沒好意思問,這是做什麼用的?", "霜眼是什麼?"),
    ("請問有人知道霜眼嗎?業務一直提,我不好意思問他那是什麼產品", "霜眼是什麼?"),
    ("有人提到LQ-7，这是个什么产品，干嘛用的", "LQ-7是什么?"),
    ("霜眼這東西我第一次聽到,到底是幹嘛的", "霜眼是什麼?"),
    ("名单上有个罗晚晴,谁知道她是什么来头?", "罗晚晴是谁?"),
    ("听客户说起冷焙,不太明白什么意思,能解释下吗", "冷焙是什么意思?"),
    ("I keep seeing Quellwerk in my feed; what sort of company is that?", "what is Quellwerk?"),
    ("The report mentions Quellwerk; how does it explain what that is?", "what is Quellwerk?"),
    ("有人提到霜眼,它賣多少錢?", SAME),
    ("同事提到霜眼,值得買嗎?", SAME),
    ("你是誰?你能做什麼?", SAME),
    ("报道里说的「远程看护」实际上是在做什么", "「远程看护」是什么?"),
    ("那幾家在1/22公佈業績預告", "哪幾家在1/22公佈業績預告"),
    ("那幾家的營收", SAME),
    ("羅晚晴一路走來的學經歷", "羅晚晴學經歷"),
    ("Torvane CTO - name, and which uni was the PhD from?", "who is the CTO of Torvane, and where did he get his PhD?"),
    ("Aske Brandt - what's her role, and what year did she start Torvane", "Aske Brandt - what's her role, and what year did she found Torvane"),
    ("when did she start at Torvane", SAME),
    ("who leads the market?", SAME),
    ("who is ex-CEO?", SAME),
    ("松原幾月幾號發出2025年的業績預告?", "松原幾月幾號公布2025年的業績預告?"),
    ("松原出了什麼新相機?", SAME),
    ("松原誰創辦的?那個人現在還在管事嗎", "松原誰創辦的?创办人現在還在管事嗎"),
    ("想查一下松原那位總設計師:姓名、現在的年紀、還有加入松原的年份", "松原的總設計師是谁,几岁,哪年加入松原?"),
    ("Torvane founder and founding year", "who founded Torvane and when was Torvane founded?"),
    ("新廠的投產日,有人說3月有人說5月,哪個才對?", "新廠的投產日到底是3月还是5月的?"),
    ("羅晚晴 出生年 母校", "羅晚晴哪年出生,毕业于哪所大学?"),
    ("Aske Brandt - date of birth and hometown", "when was Aske Brandt born and where was Aske Brandt born?"),
    ("羅晚晴開公司以前在哪工作?", "羅晚晴創業以前在哪工作?".replace("創", "创").replace("業", "业")),
    ("羅晚晴離職去向是什麼?", SAME),
    ("羅晚晴以前在松原擔任什麼職務?", "羅晚晴在松原擔任什麼職務?"),
    ("羅晚晴加入松原之前在哪工作?", SAME),
    ("羅晚晴在松原的職稱是?", "羅晚晴在松原担任什么职务?"),
    ("羅晚晴接董事長之前在松原做什麼職位?", SAME),
    ("and frozen products?", SAME),
    ("霜眼為何物?", "霜眼是什么?"),
    ("Could you summarise Aske Brandt's career before he founded Torvane?", SAME),
)  # fmt: skip
ARTICLES = (
    ("相機商報", "2026-03-02", """松原光學（6789.TW）2014年由羅晚晴與魏知遠在台中創辦,羅晚晴任董事長,財務長是程以安。
羅晚晴1979年出生於宜蘭,畢業於成功大學。松原旗下有松原鏡頭、松原感測兩家子公司。
所謂長頸酒,是指在陶甕裡發酵兩年以上的米酒。"""),
    ("Optics Wire", "2026-02-19", """Torvane Optics, a Bergen lens maker, raised $40m in a Series B led by Harrow Ventures with Skog Capital.
Chief financial officer Aske Brandt joined Torvane Optics in 2021."""),
)  # fmt: skip


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant over these articles."""
    with asking(tmp_path_factory.mktemp("phrases"), *ARTICLES) as opened:
        yield opened


@pytest.mark.parametrize(("typed", "meant"), PHRASES)
def test_phrase_becomes_the_question_it_stands_for(typed: str, meant: str) -> None:
    """Each phrase, and what only looks like one."""
    assert outright(typed) == (meant or typed)


@pytest.mark.parametrize(
    ("question", "wanted"),
    (
        ("松原光學 財務長", "程以安"),
        ("松原光學財務長 姓名", "程以安"),
        ("松原光學cfo", "程以安"),
        ("Torvane Optics CFO?", "Aske Brandt"),
        ("松原光學創辦人", "魏知遠"),
        ("怎樣才算長頸酒", "陶甕"),
        ("torvane optics series b investors", "Harrow Ventures"),
        ("松原光學名下都有哪些子公司", "松原感測"),
        ("羅晚晴 出生年 母校", "成功大學"),
    ),
)
def test_phrase_is_answered(assistant: Assistant, question: str, wanted: str) -> None:
    """A name with what is asked of it is enough."""
    assert wanted in plain(reply(assistant, question))


@pytest.mark.parametrize("question", ("松原光學 技術長", "Torvane Optics chairman", "松原光學供應商"))
def test_phrase_that_nothing_tells_is_refused(assistant: Assistant, question: str) -> None:
    """Who holds a post that no article tells of is not told."""
    assert not assistant.reply(question, State())[0].answered
