import pytest

from foedera.extraction.dates import dates
from foedera.extraction.expressions import scan
from foedera.knowledge import load
from foedera.model.when import When

PUBLISHED = "2024-03-13"
"""A Wednesday."""
FORMS = """
2015 hingga 2020 | 2015/2020
2024-03-12 | 2024-03-12
pekan lalu | 2024-03-04/2024-03-10
pada 12 Maret 2024 | 2024-03-12
Selasa, 12 Maret 2024 | 2024-03-12
Selasa (12/3) | 2024-03-12
Selasa (12/3/2024) | 2024-03-12
Senin (11/03/2024) malam | 2024-03-11
Senin malam (11/3) | 2024-03-11
Senin, 11/3 | 2024-03-11
12/03/2024 | 2024-03-12
12-03-2024 | 2024-03-12
12.03.2024 | 2024-03-12
2024/03/12 | 2024-03-12
tanggal 12 Maret tahun 2024 | 2024-03-12
tanggal dua belas Maret dua ribu dua puluh empat | 2024-03-12
12 Mar 2024 | 2024-03-12
09 Agu 2023 | 2023-08-09
17 Agt 2023 | 2023-08-17
3 Nopember 2015 | 2015-11-03
1 Pebruari 2012 | 2012-02-01
12 Maret | 2024-03-12
12 Maret lalu | 2024-03-12
20 Desember lalu | 2023-12-20
20 Maret mendatang | 2024-03-20
5 Februari tahun ini | 2024-02-05
5 Februari tahun lalu | 2023-02-05
hari ini | 2024-03-13
kemarin | 2024-03-12
kemarin malam | 2024-03-12
semalam | 2024-03-12
tadi malam | 2024-03-12
besok | 2024-03-14
esok hari | 2024-03-14
lusa | 2024-03-15
kemarin lusa | 2024-03-11
dua hari lalu | 2024-03-11
tiga hari yang lalu | 2024-03-10
10 hari lalu | 2024-03-03
sepekan lalu | 2024-03-04/2024-03-10
dua pekan lalu | 2024-02-26/2024-03-03
tiga bulan lalu | 2023-12
dua tahun lalu | 2022
sepuluh tahun silam | 2014
25 tahun yang lalu | 1999
tiga hari lagi | 2024-03-16
dua bulan lagi | 2024-05
lima tahun lagi | 2029
akhir pekan lalu | 2024-03-09/2024-03-10
akhir pekan ini | 2024-03-16/2024-03-17
bulan lalu | 2024-02
bulan ini | 2024-03
bulan depan | 2024-04
akhir bulan ini | 2024-03
awal bulan depan | 2024-04
tahun lalu | 2023
tahun ini | 2024
tahun depan | 2025
awal tahun depan | 2025
akhir tahun ini | 2024
akhir tahun lalu | 2023
penghujung tahun | 2024
pertengahan tahun 2023 | 2023
Senin | 2024-03-11
hari Jumat | 2024-03-08
Senin lalu | 2024-03-11
Rabu lalu | 2024-03-06
Jumat pekan lalu | 2024-03-08
Kamis pekan depan | 2024-03-21
Senin depan | 2024-03-18
Jumat mendatang | 2024-03-15
Minggu (10/3) | 2024-03-10
hari Minggu | 2024-03-10
Jum'at (8/3) | 2024-03-08
Maret 2024 | 2024-03
bulan Maret 2024 | 2024-03
awal Maret 2024 | 2024-03
Maret lalu | 2024-03
November lalu | 2023-11
pada Oktober | 2023-10
Juni mendatang | 2024-06
Mei tahun lalu | 2023-05
pertengahan Juli tahun ini | 2024-07
10-12 Maret 2024 | 2024-03-10/2024-03-12
10 hingga 12 Maret 2024 | 2024-03-10/2024-03-12
10 sampai 12 Maret | 2024-03-10/2024-03-12
10 s.d. 12 Maret 2024 | 2024-03-10/2024-03-12
10 s/d 12 Maret 2024 | 2024-03-10/2024-03-12
dari 30 Oktober sampai 2 November 2023 | 2023-10-30/2023-11-02
30 Oktober-2 November 2023 | 2023-10-30/2023-11-02
28/10/2023-2/11/2023 | 2023-10-28/2023-11-02
Senin-Rabu (11-13/3/2024) | 2024-03-11/2024-03-13
Senin hingga Rabu, 11-13 Maret 2024 | 2024-03-11/2024-03-13
11-13/3 | 2024-03-11/2024-03-13
antara 10 dan 12 Maret 2024 | 2024-03-10/2024-03-12
10 dan 11 Maret 2024 | 2024-03-10/2024-03-11
29 Desember 2023 hingga 2 Januari 2024 | 2023-12-29/2024-01-02
Maret hingga Mei 2024 | 2024-03/2024-05
Januari-Maret 2024 | 2024-01/2024-03
Desember 2023 - Februari 2024 | 2023-12/2024-02
2024-2029 | 2024/2029
periode 2020–2024 | 2020/2024
antara 2015 dan 2020 | 2015/2020
kuartal I 2024 | 2024-01/2024-03
kuartal pertama 2024 | 2024-01/2024-03
triwulan III tahun 2023 | 2023-07/2023-09
kuartal IV/2023 | 2023-10/2023-12
Q2 2024 | 2024-04/2024-06
triwulan kedua tahun ini | 2024-04/2024-06
kuartal lalu | 2023-10/2023-12
semester I 2024 | 2024-01/2024-06
semester kedua 2023 | 2023-07/2023-12
paruh pertama tahun ini | 2024-01/2024-06
paruh kedua 2024 | 2024-07/2024-12
semester depan | 2024-07/2024-12
tahun fiskal 2024 | 2024
tahun anggaran 2023/2024 | 2023
tahun 1990-an | 1990/1999
era 80-an | 1980/1989
dekade 2010-an | 2010/2019
awal 1970-an | 1970/1979
abad ke-21 | 2001/2100
abad ke-19 | 1801/1900
abad kedua puluh | 1901/2000
abad lalu | 1900/1999
dekade lalu | 2010/2019
dekade ini | 2020/2029
pada 2011 | 2011
sejak 1949 | 1949
tahun 2045 | 2045
menjelang 2030 | 2030
(2011) | 2011
tanggal 5 bulan depan | 2024-04-05
5 bulan ini | 2024-03-05
tanggal 20 mendatang | 2024-03-20
tanggal 11 | 2024-03-11
Senin pertama bulan April 2024 | 2024-04-01
Kamis keempat November 2023 | 2023-11-23
tiga hari | None
selama dua pekan | None
dua jam | None
seminggu penuh | None
75 tahun | None
beberapa hari lalu | None
beberapa tahun terakhir | None
lima tahun ke depan | None
Idul Fitri | None
1 Syawal 1445 H | None
bulan Ramadan | None
musim semi 2024 | None
Tahun Baru Imlek | None
11 Maret pagi | 2024-03-11
Rabu dini hari | 2024-03-13
Rabu pagi waktu setempat (13/3) | 2024-03-13
12 Maret \u201924 | 2024-03-12
Selasa (12/3/24) | 2024-03-12
17 Agustus 1945 | 1945-08-17
March 12, 2024 | 2024-03-12
hari Kamis, 7 Maret 2024, | 2024-03-07
tahun seribu sembilan ratus lima puluh | 1950
medio 2023 | 2023
tulat | 2024-03-16
seabad silam | 1900/1999
menurut jadwal baru pada 5 Maret 2024 | 2024-03-05
Jumat, 1 Maret 2024 pukul 14.05 WIB | 2024-03-01
sehari sebelumnya | None
keesokan harinya | None
tiga hari kemudian | None
sejak dua tahun terakhir | None
Sabtu-Minggu (9-10/3) | 2024-03-09/2024-03-10
9-10 Maret lalu | 2024-03-09/2024-03-10
per 1 Januari 2024 | 2024-01-01
mulai 1 April 2024 | 2024-04-01
akhir Februari | 2024-02
akhir 2023 | 2023
awal 2024 | 2024
tahun 2022 lalu | 2022
Kuartal III-2023 | 2023-07/2023-09
TW IV 2023 | 2023-10/2023-12
H1 2024 | 2024-01/2024-06
Mar 2024 | 2024-03
KTT 2023 | 2023
Sept 2023 | 2023-09
satu dekade terakhir | None
Senin 11 Maret | 2024-03-11
Senin tgl 11 Maret 2024 | 2024-03-11
tanggal 11 bulan Maret tahun 2024 | 2024-03-11
tanggal 9, 10, dan 11 Maret 2024 | 2024-03-09/2024-03-11
25 Ramadan 1445 Hijriah | None
Idulfitri 1445 H | None
pada malam Natal | None
sepanjang 2023 | 2023
hingga 2030 | 2030
awal abad ke-20 | 1901/2000
tahun ajaran 2023/2024 | 2023
Maret tahun ini | 2024-03
malam ini | 2024-03-13
Rabu sore | 2024-03-13
Rabu siang ini | 2024-03-13
21 Maret nanti | 2024-03-21
pada tahun 1955 | 1955
sebelum akhir 2024 | 2024
pertengahan bulan depan | 2024-04
pertengahan April mendatang | 2024-04
dua pekan mendatang | None
enam bulan ke depan | None
tertanggal 12-3-2024 | 2024-03-12
tanggal dua puluh tujuh Desember seribu sembilan ratus empat puluh sembilan | 1949-12-27
Selasa (12/3/2024) pukul 10.15 waktu setempat | 2024-03-12
Selasa (12/3) pukul 15.46 waktu Tokyo | 2024-03-12
Senin malam waktu Paris (11/3) | 2024-03-11
2 Ramadan 1445/12 Maret 2024 | 2024-03-12
22 April mendatang | 2024-04-22
5 Januari mendatang | 2025-01-05
Mei mendatang | 2024-05
November mendatang | 2024-11
akhir Februari | 2024-02
pertengahan Mei lalu | 2023-05
pekan kedua April | 2024-04
minggu pertama bulan April 2024 | 2024-04
tahun 1971 | 1971
awal tahun 2015 | 2015
medio 2013 | 2013
2008 silam | 2008
tahun 800 Masehi | 0800
tahun 1293 M | 1293
caturwulan pertama 2024 | None
besok, Kamis | 2024-03-14
Minggu lalu | 2024-03-10
Selasa waktu setempat | 2024-03-12
tengah malam nanti | 2024-03-13
abad XX | 1901/2000
"""


@pytest.mark.parametrize("line", FORMS.strip().splitlines())
def test_a_form_of_date_has_its_value(line):
    form, value = line.rsplit(" | ", maxsplit=1)
    found = dates(scan(f"Mereka bertemu di Jakarta {form}, kata pejabat.", load().pack("id")), When(edtf=PUBLISHED, basis="stated"))
    assert [str(mention.value) for mention in found] == [value]
