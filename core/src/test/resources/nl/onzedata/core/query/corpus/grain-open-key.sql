-- refused: GRAIN-OPEN
-- an open table as a door below the grain
SELECT w.wijk, o.naam, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id JOIN x.o AS o ON w.buurt = o.buurt GROUP BY w.wijk, o.naam
