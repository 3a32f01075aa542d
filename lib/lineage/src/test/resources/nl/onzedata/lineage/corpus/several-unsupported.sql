-- refused: UNSUPPORTED UNSUPPORTED UNKNOWN
SELECT rand() AS a, soundex(naam) AS b FROM x.personen
