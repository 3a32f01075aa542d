-- refused: CUT-MISSING
-- whose day is missing never came; that was not agreed to be asked
SELECT wijk, COUNT(*) AS n FROM x.p WHERE dit_jaar IS NULL GROUP BY wijk
