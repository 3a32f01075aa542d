-- refused: PARTIAL
-- an error for whoever is not called a number
SELECT SUM(CAST(naam AS INTEGER)) AS n FROM x.p
