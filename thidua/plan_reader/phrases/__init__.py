"""The language of plans: what a heading announces, who, which act, when, how many, which form; words in `words/`."""
