-- refused: PARTIAL
-- an error for whoever was born in 1950
SELECT SUM(100 % (geb_jaar - 1950)) AS n FROM x.p
