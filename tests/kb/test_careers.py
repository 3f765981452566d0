"""The steps of a life are found where a text tells them: whose they are, of what kind, and when."""

from __future__ import annotations

import pytest

from kb import vocabulary
from kb.extract import Extractor
from kb.lifeparts import cut
from kb.model import Article
from kb.names import Names

EXTRACT = Extractor(Names(vocabulary.load()))
Told = tuple[str, str | None, str, str]  # whose (end of the id), since when, kinds, words it begins with


def steps(text: str, published: str = "2026-02-11") -> list[Told]:
    """The steps of `text`, each with the first six characters of its words."""
    found = EXTRACT(Article("k", "標題", text, published=published))
    texts = {s.n: s.text for s in found.sentences}
    return [
        (s.person.removeprefix("found:"), s.start, "+".join(s.kinds), texts[s.sentence][s.begin : s.end].strip()[:6])
        for s in found.steps
    ]


CHINESE: list[tuple[str, list[Told]]] = [
    # a paragraph of a portrait that names nobody, and what is no step
    (
        "創辦人裴礪行的桌上擺著一包黑粉。\n\n1975年出生於花蓮，父親是老師。\n\n他不打算赴美設廠。工作之外他跑馬拉松。",
        [("裴砺行", "1975", "born", "1975年出")],
    ),
    # one after another, a part without a year goes to the step before it
    (
        "創辦人裴礪行，1975年出生於花蓮，父親是老師。他1997年從大學畢業，2005年轉往英特爾，做了六年，從工程師升到總監。",
        [("裴砺行", "1975", "born", "創辦人裴礪行"), ("裴砺行", "1997", "studied", "他1997年"),
         ("裴砺行", "2005", "worked", "2005年轉")],
    ),
    # a year that stands alone, and one that is told from the last
    (
        "董事長裴礪行表示看好。2015年底，他離開英特爾，隔年3月創辦鹿鳴光學。",
        [("裴砺行", "2015", "left", "2015年底"), ("裴砺行", "2016-03", "made", "隔年3月創辦")],
    ),
    # spans, as announcements have them
    (
        "财务总监何砚维,男,1979年出生。2002年7月至2008年3月,任普华永道审计员;2008年4月至2014年12月,任美的集团财务经理。",
        [("何砚维", "1979", "born", "1979年出"), ("何砚维", "2002-07", "worked", "2002年7"),
         ("何砚维", "2008-04", "worked", "2008年4")],
    ),
    # they are the two told of together before
    (
        "技術長魏承叡來自英特爾。財務長許芳瑜來自台達電。二人都在2019年離職，隨後他們加入鹿鳴光學。",
        [("魏承叡", None, "worked", "技術長魏承叡"), ("许芳瑜", None, "worked", "財務長許芳瑜"),
         ("魏承叡", "2019", "left", "二人都在20"), ("许芳瑜", "2019", "left", "二人都在20"),
         ("魏承叡", None, "worked", "隨後他們加入"), ("许芳瑜", None, "worked", "隨後他們加入")],
    ),
    # several people in one sentence
    (
        "技術長魏承叡來自英特爾，營運長許芳瑜2020年加入，此前在台達電任職九年。",
        [("魏承叡", None, "worked", "技術長魏承叡"), ("许芳瑜", "2020", "worked", "營運長許芳瑜"),
         ("许芳瑜", None, "worked", "此前在台達電")],
    ),
    # a company's years, a speech and a look ahead are nobody's steps
    ("創辦人裴礪行說，價格會回升。公司於2023年6月完成B輪募資，2024年推出新品。", []),
]  # fmt: skip

ENGLISH: list[tuple[str, list[Told]]] = [
    (
        "Chief executive Sigrun Eldal worked at Rio Tinto from 2009 to 2013 and then led research at Albemarle before leaving to start the company.",
        [("sigrun eldal", "2009", "worked", "Chief "), ("sigrun eldal", None, "worked", "and th"),
         ("sigrun eldal", None, "left+made", "before")],
    ),
    (
        "Chief executive Sigrun Eldal said so. Born in Oslo, she studied law and began her career at Unilever in 2001.",
        [("sigrun eldal", None, "born+studied", "Born i"), ("sigrun eldal", "2001", "worked", "began ")],
    ),
    (
        "Larkmere, spun out of a laboratory in 2017 by immunologist Harriet Pellow, employs 96 people. Harriet Pellow, the founder, said so.",
        [("harriet pellow", "2017", "made", "spun o")],
    ),
    (
        "The firm was founded in 2017 by chief executive Sigrun Eldal. The retail arm made a profit in 2019.",
        [("sigrun eldal", "2017", "made", "The fi")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), CHINESE + ENGLISH)
def test_steps_are_read(text: str, told: list[Told]) -> None:
    """Whose, when, what, and where the words begin."""
    assert steps(text) == told


def test_a_sentence_is_cut_at_its_verbs() -> None:
    """Numbers keep their commas."""
    text = "she sold 1,200 units and led the team; then she left"
    assert [text[a:b] for a, b in cut(text)] == ["she sold 1,200 units and ", "led the team;", " then she left"]
