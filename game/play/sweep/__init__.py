"""Many runs: every combination of map, bot, seed and setting, and what came of each.

``case`` says what is to be played, ``run`` plays one, ``watch`` looks on, ``rows`` and ``tracks`` are what is
kept of it in files, ``medians`` what it comes to, ``curves`` a picture of the director at work.
"""
