"""What was worked out last is kept, and no more than that."""

from __future__ import annotations

from kb.latest import Latest


def test_what_is_kept_is_made_once() -> None:
    made: list[int] = []
    latest: Latest[int, str] = Latest(2)

    def make(key: int) -> str:
        made.append(key)
        return f"{key}!"

    assert [latest.get(key, make) for key in (1, 1, 2, 1, 3)] == ["1!", "1!", "2!", "1!", "3!"]
    assert made == [1, 2, 3]
    latest.get(2, make)  # gave way to the third, for the first was asked for since
    latest.get(3, make)
    assert made == [1, 2, 3, 2]
