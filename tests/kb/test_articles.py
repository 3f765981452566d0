"""Whatever is offered, `read` gives the articles in it, or one sentence that says why there is none."""

import json
from pathlib import Path

import pytest

from kb.articles import key_of, read
from kb.encodings import decode
from kb.model import Article, Unreadable
from kb.script import language_of

HANT = "甲公司昨日發佈業績預告，預計全年營收達到十四億元，較上年增長兩倍，主要因為產品進入量產階段。"
HANS = "甲公司昨日发布业绩预告，预计全年营收达到十四亿元，较上年增长两倍，主要因为产品进入量产阶段。"
BODY = HANT * 4


def one(path: Path) -> Article | Unreadable:
    (item,) = read([path])
    return item


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_markdown_keeps_its_front_matter_and_its_headings(tmp_path):
    text = (
        "---\ntitle: 甲公司：營收大增\npublisher: 某報\npublished: 2026-01-21\ntags: [GPU, 業績]\n"
        f"lang: zh-TW\nedition_of: 01-a\nurl: https://example.org/a\n---\n\n## 背景\n\n{HANT}\n"
    )
    article = one(write(tmp_path, "seeds/01-a.en.md", text))
    assert article == Article(
        key="seeds/01-a.en",
        title="甲公司：營收大增",
        text=f"## 背景\n{HANT}",
        publisher="某報",
        published="2026-01-21",
        lang="zh-Hant",
        source="seeds/01-a",
        url="https://example.org/a",
        tags=("GPU", "業績"),
        origin=str(tmp_path / "seeds/01-a.en.md"),
    )


def test_editions_share_the_source_of_the_original(tmp_path):
    original = one(write(tmp_path, "01-a.md", f"---\ntitle: T\n---\n{HANT}"))
    edition = one(write(tmp_path, "01-a.en.md", "---\ntitle: T\nedition_of: 01-a\n---\nRevenue grew a lot."))
    assert (original.source, edition.source) == (original.key, original.key)
    assert edition.lang == "en"


@pytest.mark.parametrize(
    ("head", "publisher", "published"),
    [
        ("date: 2026-01-21\nsource: 某報", "某報", "2026-01-21"),
        ("Publish-Date: 2026/1/21 08:30\nOutlet: Some Post", "Some Post", "2026-01-21"),
        ("日期: 2026年1月21日\n來源: 某報", "某報", "2026-01-21"),
        ("source: https://example.org/a\nmedia: 某報\npublished: 2026-01-21\ndate: 2026-02-02", "某報", "2026-01-21"),
    ],
)
def test_front_matter_may_use_other_names(tmp_path, head, publisher, published):
    article = one(write(tmp_path, "a.md", f"---\ntitle: 甲\n{head}\n---\n{HANT}"))
    assert (article.publisher, article.published) == (publisher, published)


def test_markdown_without_front_matter_takes_its_first_heading_as_title(tmp_path):
    article = one(write(tmp_path, "a.md", f"# 標題\n\n{HANT}\n\n## 小節\n\n{HANT}\n"))
    assert (article.title, article.text) == ("標題", f"{HANT}\n## 小節\n{HANT}")


def test_json_lines_keep_their_ids(tmp_path):
    rows = [
        {
            "id": "x/1",
            "title": "甲",
            "text": HANT,
            "publisher": "某報",
            "published": "2026年1月",
            "url": "https://e.org",
        },
        {"id": 7, "text": HANS},
        {"text": "Revenue grew. So did profit."},
    ]
    path = write(tmp_path, "news/n.jsonl", "\n".join(json.dumps(row) for row in rows) + "\n\n")
    first, second, third = read([path])
    assert (first.key, first.title, first.publisher, first.published) == ("x/1", "甲", "某報", "2026-01")
    assert (first.url, first.source, first.lang) == ("https://e.org", "x/1", "zh-Hant")
    assert (second.key, second.lang) == ("7", "zh-Hans")
    assert (third.key, third.title, third.lang) == ("news/n#3", "Revenue grew", "en")


def test_a_broken_json_line_costs_only_itself(tmp_path):
    good = json.dumps({"id": "a", "text": HANT})
    surrogate = '{"id": "b", "text": "\\ud800營收\\u0000"}'
    path = write(tmp_path, "n.jsonl", f'{good}\n{{"id": "x", \n[1]\n{{"id": "y"}}\n{surrogate}')
    found = list(read([path]))
    assert [getattr(item, "key", None) for item in found] == ["a", None, None, None, "b"]
    assert [item.origin.rpartition(":")[2] for item in found if isinstance(item, Unreadable)] == ["2", "3", "4"]
    assert found[-1].text == "營收"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", HANT),
        ("utf-8-sig", HANT),
        ("utf-16", HANT),
        ("utf-16", HANS),
        ("big5", HANT),
        ("cp950", "〈" + HANT + "恒"),
        ("gb18030", HANS),
        ("gbk", HANS),
        ("gb18030", HANT),  # Traditional characters in the mainland's encoding
        ("big5", "甲公司發佈業績"),
        ("gb18030", "甲公司发布业绩"),
        ("cp1252", "The company’s revenue grew – by a lot, and its “profit” did not follow at once, he said."),
    ],
)
def test_encodings_are_recognised(tmp_path, encoding, text):
    assert decode(text.encode(encoding)) == text
    article = one(write(tmp_path, "a.txt", text.encode(encoding)))
    assert article.text == text


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.md", b" \n\n ", "empty"),
        ("a.txt", bytes(range(256)) * 4, "no text"),
        ("a.txt", "營收增長".encode() + b"\xff\xfe\xfa\x81", "no text"),
        ("a.txt", b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        ("a.docx", b"PK\x03\x04rest", "Office"),
        ("a.txt", b"<!DOCTYPE html><html><body>x</body></html>", "web page"),
        ("a.md", b"---\ntitle: [unclosed\n---\ntext", "front matter"),
        ("a.md", b"---\ntitle: a: b: c\n---\ntext", "front matter"),
        ("a.md", b"---\n- a\n- b\n---\ntext", "front matter"),
        ("a.md", b"---\ntitle: T\npublished: 2026-13-45\n---\ntext", "front matter"),
        ("a.md", b"---\ntitle: T\ntext without an end", "front matter"),
        ("a.md", b"---\ntitle: T\n---\n", "no text besides"),
        ("a.txt", "2026-01-21\n來源：財聯社".encode(), "no text besides"),
        ("a.jsonl", b"", "empty"),
    ],
)
def test_what_is_no_article_is_named_in_one_sentence(tmp_path, name, content, reason):
    item = one(write(tmp_path, name, content))
    assert isinstance(item, Unreadable)
    assert reason in item.reason
    assert item.reason.endswith(".")
    assert item.origin.startswith(str(tmp_path / name))


def test_a_missing_file_and_an_empty_folder_are_named_too(tmp_path):
    missing, empty = read([tmp_path / "none.md", tmp_path])
    assert isinstance(missing, Unreadable)
    assert isinstance(empty, Unreadable)


def test_a_folder_is_read_to_the_bottom_in_order_and_one_broken_file_costs_only_itself(tmp_path):
    for name in ("b.md", "a/z.txt", "a/b/c.jsonl", "README.md", ".git/x.md", "notes.log"):
        write(tmp_path, name, json.dumps({"text": HANT}) if name.endswith("jsonl") else f"標題\n{HANT}")
    write(tmp_path, "broken.txt", b"\xff\x00\xff")
    found = list(read([tmp_path]))
    assert [Path(item.origin).name for item in found] == ["c.jsonl", "z.txt", "b.md", "broken.txt"]
    assert [isinstance(item, Unreadable) for item in found] == [False, False, False, True]


def test_a_file_offered_twice_is_read_once(tmp_path):
    path = write(tmp_path, "a.md", f"標題\n{HANT}")
    assert len(list(read([path, tmp_path, tmp_path / "." / "a.md"]))) == 1


def test_keys_tell_files_of_the_same_name_apart(tmp_path):
    text = f"甲標題\n{BODY} (甲報)\n乙標題\n{BODY} (乙報)"
    found = read([write(tmp_path, "mon/1.txt", text), write(tmp_path, "tue/1.txt", text)])
    assert [article.key for article in found] == ["mon/1", "mon/1#2", "tue/1", "tue/1#2"]
    assert key_of(tmp_path / "mon/1.txt") == "mon/1"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (HANT, "zh-Hant"),
        (HANS, "zh-Hans"),
        ("里程碑是一千里外的后台", "zh-Hant"),  # characters both scripts use decide nothing
        ("Moore Threads (摩爾線程) expects revenue of 1.45 billion yuan", "en"),
        ("摩爾線程 S5000 支援 FP8 與 PyTorch、vLLM、SGLang 框架", "zh-Hant"),
        ("12345", "zh-Hant"),
    ],
)
def test_language_is_told_by_script(text, lang):
    assert language_of(text) == lang
