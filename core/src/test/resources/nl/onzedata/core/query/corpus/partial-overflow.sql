-- refused: AGG
-- an overflow for whoever costs much
SELECT SUM(kosten * 99999999999) AS n FROM x.v
