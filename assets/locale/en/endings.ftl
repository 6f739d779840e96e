### The four endings: their names, and what is said over them. Lines at most 80 characters.

ending-purge = Purge
ending-purge-1 = The roofs burn from the river to the hills. It takes eleven minutes.
ending-purge-2 = In the morning nothing moves. It is clean, and there is nobody to say so.
ending-purge-3 = On-jo counts the windows. None. She counts them again.
ending-evolution = Evolution
ending-evolution-1 = They stop. On every roof they turn to the voice, and breathe in with it.
ending-evolution-2 = Nobody is bitten that night. Nobody is quite alone in their head, either.
ending-evolution-3 = "We," says Su-hyeok at the door, and does not notice.
ending-names = Names
ending-names-1 = She reads them one by one. It takes until it is light.
ending-names-2 = A window. Then one across the river. Someone had been waiting for a name.
ending-names-3 = Thirty-one lit, by morning. She says their number, and then their names.
ending-silence = Silence
ending-silence-1 = The desk goes dark. Below, the dead lie down where they are.
ending-silence-2 = Su-hyeok sits. He has not sat down in a month.
ending-silence-3 = Ten windows. Nobody knows about the others, and the others live.
