-- refused: CASE-ID
-- an order of keys
SELECT COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id <= w.woning_id
