"""Vocabulary of bodies: how their names begin, what kinds there are, and the words that begin what they do."""

from __future__ import annotations

from thidua.plan_reader.phrases.lexicon import Lexicon
from thidua.plan_reader.phrases.vocabulary import book

_BODIES = book("bodies")
NAMED = Lexicon(_BODIES["named"])
KINDS = Lexicon(_BODIES["kinds"])
PLURALS = Lexicon(_BODIES["plurals"])
AUTHORITIES = Lexicon(_BODIES["authorities"])
NO_BODIES = Lexicon(_BODIES["no_bodies"], exact=True)
DEEDS = Lexicon(_BODIES["deeds"])
WEAK_DEEDS = Lexicon(_BODIES["weak_deeds"])
FIELDS = Lexicon(_BODIES["fields"])
LEADS = Lexicon(_BODIES["leads"])
NO_DEEDS = Lexicon(_BODIES["no_deeds"], exact=True)
ENDS = Lexicon(_BODIES["ends"])
COURTESY = Lexicon(_BODIES["courtesy"])
