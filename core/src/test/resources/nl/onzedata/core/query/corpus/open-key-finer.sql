-- refused: GRAIN
-- its partner is finer than the grain
SELECT w.buurt, o.naam, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id JOIN x.o AS o ON w.buurt = o.buurt GROUP BY w.buurt, o.naam
