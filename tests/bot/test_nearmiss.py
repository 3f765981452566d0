"""What is almost in the archive is refused, and what is there is not: questions made from the archive itself."""

from tests.nearmiss import measured

AT_LEAST = 150  # near-misses
FALSE, REFUSED = 0.01, 0.03


def test_near_misses_are_refused_and_what_is_there_is_told(seeds_archive):
    false, asked, refused, there = measured(str(seeds_archive), every=2)
    assert asked >= AT_LEAST
    assert len(false) <= FALSE * asked, false
    assert len(refused) <= REFUSED * there, refused
