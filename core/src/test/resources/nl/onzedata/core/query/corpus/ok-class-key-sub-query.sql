-- accepted
-- uses: x.h.inkomen class, x.h.inkomen filter, x.h.woning_id link, x.w.wijk group, x.w.woning_id link
SELECT u.wijk, u.klasse, COUNT(*) AS n FROM (SELECT w.wijk, CASE WHEN h.inkomen >= 40024 THEN '>= 40024' WHEN NOT h.inkomen >= 34229 THEN '< 34229' ELSE '>= 34229 < 40024' END AS klasse FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id) AS u GROUP BY u.wijk, u.klasse
