-- accepted
-- uses: x.h.woning_id link, x.ra.regio group, x.ra.wijk link, x.w.wijk link, x.w.woning_id link
-- another level of the same place
SELECT ra.regio, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id JOIN x.ra AS ra ON w.wijk = ra.wijk GROUP BY ra.regio
