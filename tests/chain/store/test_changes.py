"""What a block makes of keys, gathered in steps."""

from chain.store.changes import Changes, Writes

ONE, TWO, THREE = b"1", b"2", b"3"


def test_what_is_wiped_and_written_anew_keeps_the_value_from_before_the_wipe():
    """The later step knows nothing of what stood there: the wipe does."""
    changes = Changes()
    changes.wipe([(ONE, b"old"), (TWO, b"two")])
    changes.add({}, {ONE: b"new", THREE: b"three"})
    assert dict(changes.held()) == {ONE: b"old", TWO: b"two", THREE: None}
    assert changes.after == {ONE: b"new", TWO: None, THREE: b"three"}


def test_what_is_wiped_and_written_the_same_is_no_change():
    """A key that ends as it began is not there."""
    changes = Changes()
    changes.wipe([(ONE, b"old"), (TWO, b"two")])
    changes.add({}, {ONE: b"old"})
    assert dict(changes.held()) == {TWO: b"two"}
    assert changes.after == {TWO: None}


def test_of_what_was_met_only_what_changed_is_kept():
    """`before` may know more keys than changed."""
    changes = Changes()
    changes.add({ONE: b"old", TWO: b"two"}, {ONE: None})
    assert dict(changes.held()) == {ONE: b"old"}
    assert changes.after == {ONE: None}


def test_writes_are_made_as_often_as_they_are_asked_for():
    """Each time the same, out of what they are made of; those that make the same are equal."""
    made = []
    writes = Writes(2, lambda: made.append(ONE) or [(ONE, b"new")], lambda: iter([(TWO, None)]))
    assert not made and len(writes) == 2
    assert list(writes) == list(writes) == [(ONE, b"new"), (TWO, None)]
    assert made == [ONE, ONE]
    assert writes == Writes(2, lambda: [(ONE, b"new"), (TWO, None)])
    assert writes != Writes(1, lambda: [(ONE, b"new")])
