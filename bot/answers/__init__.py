"""One file a kind of answer; an ordered list tries them."""
