"""Plain search finds the article and the sentence to quote; candidates cost a bounded number of passages."""

from pathlib import Path

import pytest

from kb import candidates, dictionary, passages, vocabulary
from kb.candidates import Candidates
from kb.model import Article, Extracted, Sentence
from kb.names import Names
from kb.plain import PlainSearch
from kb.query import parts
from kb.store import Archive
from kb.terms import tokens
from kb.windows import windows
from kb.writer import Writer

TEXTS = {
    "bridge": "青河大橋橫跨青河。大橋由林以謙設計，全長1,280公尺。橋於1931年動工。四年後，青河大橋正式通車。",
    "dam": "青河水庫位於上游。水庫由許多村民共同興建。水庫於1958年完工，蓄水量三億立方公尺。",
    "share": "原标题：明远股份股东减持。明远股份公告称，股东陈立减持公司股份。本次减持占总股本的1.25%，金额为3200万元。",
    "other": "陈立是一位画家。他于1977年出生。",
    "mine": "白石礦場出產頗豐。當年的報紙說，白石礦場每逢雨季便停工，乾季則日夜不停，出產的是錫，裝上牛車後翻過兩座山，全數運往下游的港口。礦工多來自外地。",
    "latin": "Helvar 公司推出 KX900 晶片。該晶片用於伺服器。",
}


@pytest.fixture(scope="module")
def names():
    return Names(vocabulary.load())


@pytest.fixture(scope="module")
def archive(tmp_path_factory, names):
    db = tmp_path_factory.mktemp("search") / "x.db"
    with Writer(db) as writer:
        for key, text in TEXTS.items():
            found = tuple(Sentence(n, 0, s) for n, (_, _, s) in enumerate(passages.split(text)))
            article = Article(key=key, title=key, text=text, source=key)
            writer.put(Extracted(article, found, (), ()), [" ".join(tokens(s.text, names)) for s in found], key)
        writer.commit()
    with Archive(db) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "key", "quoted"),
    [
        ("青河大橋是哪一年動工的?", "bridge", "1931年"),
        ("青河大桥是谁设计的", "bridge", "林以謙"),  # asked in the other script
        ("青河水庫何時完工?", "dam", "1958年"),
        ("陈立减持明远股份的金额是多少?", "share", "3200万元"),  # not the headline, which says the same words
        ("明远股份 减持 比例", "share", "1.25%"),
        ("陈立是谁", "other", "画家"),
        ("白石礦場當年出產什麼?", "mine", "錫"),  # not the short sentence, which says nothing besides
        ("helvar kx900", "latin", "KX900"),
    ],
)
def test_the_article_and_the_sentence_that_answers(archive, question, key, quoted):
    hit = PlainSearch(archive, Candidates(archive)).hits(question, 3)[0]
    assert archive.articles()[hit.article].key == key
    assert quoted in hit.sentence


GLOSSES = {
    "~bridg": ["桥梁:100", "桥:90"],
    "~reservoir": ["水库:100"],
    "~design": ["设计:100", "意匠:80"],
    "~build": ["兴建:90"],
    "~stock": ["股份:100"],
    "~painter": ["画家:100", "的:90"],
    "~blu river": ["青河:100"],
}


@pytest.mark.parametrize(
    ("question", "key", "quoted"),
    [
        ("Who designed the bridge?", "bridge", "林以謙"),  # 桥梁 is nowhere, 桥 stands for it
        ("Who built the reservoir?", "dam", "村民"),
        ("When was the bridge over the Blue River begun?", "bridge", "1931年"),
        ("painter", "other", "画家"),
        ("Helvar chips", "latin", "Helvar"),
    ],
)
def test_english_finds_chinese_by_the_dictionary(archive, question, key, quoted):
    found = PlainSearch(archive, Candidates(archive), lambda key: GLOSSES.get(key, ()))
    hit = found.hits(question, 3)[0]
    assert archive.articles()[hit.article].key == key
    assert quoted in hit.sentence


def test_a_word_of_the_question_counts_once_however_many_translations_are_there():
    (part,) = parts("the bridge", lambda key: GLOSSES.get(key, ()))
    assert [word for word, _ in part.options] == ["bridg", "桥梁", "桥"]
    assert [word for p in parts("blue river", lambda key: GLOSSES.get(key, ())) for word, _ in p.options] == ["青河"]


def test_search_has_names_and_single_characters_that_answering_does_without():
    found = dictionary.glosses(frozenset({"特斯", "斯拉"}))
    assert found["~tesla"][0].startswith("特斯拉:")
    assert "tesla" not in found or found["tesla"] == ["特斯拉"]
    assert any(entry.startswith("桥:") for entry in found["~bridg"])


@pytest.mark.parametrize("text", ["", "？", "的了", "zzz", "龘龘", "\x00", '" OR "'])
def test_what_is_nowhere_has_no_hits(archive, text):
    assert PlainSearch(archive, Candidates(archive)).hits(text, 3) == []


def test_an_article_is_one_hit_and_hits_are_limited(archive):
    found = PlainSearch(archive, Candidates(archive)).hits("青河 公尺 年", 1)
    assert len(found) == 1


def frequent(folder: Path, *holding: tuple[str, int]) -> Archive:
    """An archive of sixty passages; each (term, n) is in every n-th."""
    with Writer(folder / "x.db") as writer:
        for n in range(60):
            held = [term for term, every in holding if n % every == 0]
            article = Article(key=str(n), title="t", text="x。", source=str(n))
            writer.put(Extracted(article, (Sentence(0, 0, "x。"),), (), ()), [" ".join(held)], str(n))
        writer.commit()
    return Archive(folder / "x.db")


@pytest.mark.parametrize(
    ("weights", "found"),
    [
        ({"rare": 3.0, "often": 1.0, "common": 0.1}, [(1, 4.1), (31, 4.1)]),  # common ones only add to the rare
        ({"rare": 2.0, "often": 1.0, "common": 0.5}, [(1, 3.5), (31, 3.5), (3, 1.0)]),  # and propose where they weigh enough
        ({"often": 1.0, "common": 0.1}, [(1, 1.0), (3, 1.0), (5, 1.0)]),  # together; the commonest adds nothing
        ({"common": 0.1}, [(1, 0.1), (2, 0.1), (3, 0.1)]),
        ({"common": 0.1, "nowhere": 9.0}, [(1, 0.1), (2, 0.1), (3, 0.1)]),
    ],
)
def test_common_terms_are_not_read_whole(tmp_path, monkeypatch, weights, found):
    monkeypatch.setattr(candidates, "_READ", 20)
    with frequent(tmp_path, ("rare", 30), ("often", 2), ("common", 1)) as archive:
        proposed = Candidates(archive).passages(weights, 3)
        assert proposed[: len(found)] == [(key, pytest.approx(weight)) for key, weight in found]
        assert len(proposed) == len(found) or proposed[0][1] == 4.1


def test_of_terms_that_are_too_common_two_are_left(tmp_path, monkeypatch):
    monkeypatch.setattr(candidates, "_READ", 2)
    monkeypatch.setattr(candidates, "_PASSED", 5)
    with frequent(tmp_path, ("often", 2), ("oftener", 1), ("common", 1)) as archive:
        proposed = dict(Candidates(archive).passages({"often": 1.0, "oftener": 0.1, "common": 0.1}, 99))
        assert proposed == dict.fromkeys(range(1, 60, 2), 1.0)


@pytest.mark.parametrize("lengths", [[], [10], [400], [100] * 7, [299, 2, 299]])
def test_passages_hold_every_sentence_once(lengths):
    assert [n for window in windows(lengths) for n in window] == list(range(len(lengths)))
